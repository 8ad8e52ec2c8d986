import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const root = join(import.meta.dirname, '../../public/_locales');
const others = readdirSync(root).filter((name) => name !== 'en');

const placesOf = ({ message }: Message) =>
  [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name))].sort().join();

describe.each(others)('%s', (name) => {
  const load = async (): Promise<Record<string, Message>> =>
    (await import(join(root, name, 'messages.json'), { with: { type: 'json' } })).default;

  test('has every message of English and no other', async () => {
    expect(Object.keys(await load()).sort()).toEqual(Object.keys(english).sort());
  });

  test('has the same places in every message, filled alike', async () => {
    const messages = await load();
    const unlike = Object.entries(english as Record<string, Message>).filter(
      ([key, message]) =>
        placesOf(message) !== placesOf(messages[key] as Message) ||
        JSON.stringify(message.placeholders) !== JSON.stringify(messages[key]?.placeholders),
    );
    expect(unlike.map(([key]) => key)).toEqual([]);
  });

  test('names its own language', async () => {
    expect((await load()).locale?.message).toBe(name);
  });
});
