import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  message: string;
  description: string;
  placeholders?: Record<string, { content: string }>;
}

const all = Object.entries(messages as Record<string, Message>);

function sourcesUnder(folder: string): string {
  const root = join(import.meta.dirname, '../..', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}

const sources = ['components', 'entrypoints', 'lib'].map(sourcesUnder).join('\n');

const keysWhere = (wrong: (message: Message, key: string) => boolean) =>
  all.filter(([key, message]) => wrong(message, key)).map(([key]) => key);

test('every message says something, and tells the translator what it is', () => {
  expect(keysWhere(({ message, description }) => message === '' || description === '')).toEqual([]);
});

test('every place has a name, and every name a place', () => {
  const places = (message: string) => [
    ...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name)),
  ];
  const unlike = keysWhere(
    ({ message, placeholders = {} }) =>
      places(message).sort().join() !== Object.keys(placeholders).sort().join(),
  );
  expect(unlike).toEqual([]);
});

test('every message is used', () => {
  const unused = keysWhere((_, key) => {
    const stem = key.replace(/_(?:one|other)$/, '');
    return !new RegExp(`['"]${key}['"]|['"]${stem}['"]`).test(sources);
  });
  expect(unused).toEqual([]);
});

test('no message judges the request or its author', () => {
  const judging = /\b(?:pass(?:ed)?|fail(?:ed|s)?|forgot|wrong|invalid)\b|!/i;
  expect(keysWhere(({ message }) => judging.test(message))).toEqual([]);
});
