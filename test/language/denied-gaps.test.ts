import { describe, expect, test } from 'vitest';
import { createReader } from '../../lib/language/reader.ts';

const concepts = [
  {
    id: 'exercises',
    name: 'exercises at home',
    phrases: ['(does|doing) ..4 (exercises|stretches)'],
  },
  { id: 'twitch', name: 'twitch', phrases: ['band ..4 twitch', '{touch} ..4 contact'] },
  { id: 'touch', name: 'what may touch', phrases: ['bulge|disc'] },
  { id: 'lost', name: 'cannot', phrases: ["(can't|cannot) ..2 (lift|reach)", '{never-did}'] },
  { id: 'never-did', name: 'never did', phrases: ['(has|had) ..1 never ..2 worked'] },
];
const reader = createReader({ concepts, drugs: [] });

function presenceOf(concept: string, text: string): string | undefined {
  return reader.read(text).mentions.get(concept)?.[0]?.assertion.presence;
}

describe('a phrase that passes over a word that denies or doubts', () => {
  test.each([
    ['exercises', 'She does not do the exercises.', 'negated'],
    ['exercises', 'He does no home exercises.', 'negated'],
    ['exercises', 'She does her own exercises.', 'affirmed'],
    ['twitch', 'Band in the trapezius, no twitch.', 'negated'],
    ['twitch', 'Band with a twitch.', 'affirmed'],
    ['twitch', 'Small bulge, no root contact.', 'negated'],
    // What is denied ends at the comma.
    ['twitch', 'Bulge not large, in contact.', 'affirmed'],
    ['twitch', 'Bulge with possible contact.', 'possible'],
    ['twitch', 'Bulge, equivocal contact.', 'possible'],
    // The phrase itself says so.
    ['lost', "He can't even lift.", 'affirmed'],
    ['lost', 'He has just never since worked.', 'affirmed'],
  ])('%s: %s %s', (concept, text, presence) => {
    expect(presenceOf(concept, text)).toBe(presence);
  });

  test('names the word that denies', () => {
    const [mention] = reader.read('She does not do the exercises.').mentions.get('exercises') ?? [];
    expect(mention?.assertion.because[0]).toMatchObject({ axis: 'presence', words: 'not' });
  });
});
