import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLDS } from '../../lib/language/characters.ts';
import { createReader } from '../../lib/language/reader.ts';

const PHRASES = ['trigger point', 'numbness', 'follow up', 'L5', 'r\u00e9sum\u00e9'];
const reader = createReader({
  concepts: [{ id: 'looked-for', name: 'looked for', phrases: PHRASES }],
  drugs: [],
});

/** Ways to write each phrase that are the same to a reader: case, accents, blanks, breaks, hyphens. */
const WRITTEN = [
  'trigger point',
  'TRIGGER POINTS',
  'trigger\u00a0point',
  'trigger\r\npoint',
  'trigger\n  point',
  'trig\u00adger point',
  'trigger-point',
  'numbness',
  'Numbness',
  'n\u0075\u0308mbness',
  'numb\u200bness',
  'follow-up',
  'follow up',
  'L5',
  'r\u00e9sum\u00e9',
  're\u0301sume\u0301',
  'RESUME',
];
/** What stands around them. */
const AROUND = [
  ' ',
  '\r\n',
  '\n\n',
  '\t',
  '\u00a0',
  ' \u200b ',
  ' \ud83d\ude00 ',
  '\ud83d\udc69\u200d\u2695\ufe0f ',
  ' \ud800 ',
  ' e\u0301 ',
  ' na\u00efve ',
  ' \u5f15\u91d1 ',
  ' no ',
  '. ',
  ', ',
  ' \u2014 ',
  ' \u201cpain\u201d ',
  ' \u2610 ',
  ' | ',
  ' \ufb01nd ',
  ' \u0130stanbul ',
  '\ufeff ',
];

/** Letters and digits alone, folded: what was matched, however it was written. */
function folded(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    const code = character.charCodeAt(0);
    if (character.length === 1) out += String.fromCharCode(FOLDS[code] as number);
  }
  return out
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const wanted = new Set(PHRASES.flatMap((phrase) => [folded(phrase), `${folded(phrase)}s`]));
const mixture = fc
  .array(fc.tuple(fc.constantFrom(...AROUND), fc.constantFrom(...WRITTEN, '')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

describe('offsets', () => {
  it('cut out what was matched, whatever stands around it', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { mentions, sentences } = reader.read(text);
        for (const { start, end, sentence } of mentions) {
          expect(wanted).toContain(folded(text.slice(start, end)));
          expect(start).toBeGreaterThanOrEqual(sentences[sentence]?.start ?? Number.NaN);
          expect(end).toBeLessThanOrEqual(sentences[sentence]?.end ?? Number.NaN);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(WRITTEN.filter((written) => !written.includes('\n')))(
    'find %j between emoji',
    (written) => {
      const text = `\ud83d\ude00 ${written} \ud83d\ude00`;
      expect(
        [...reader.read(text).mentions].map(({ start, end }) => text.slice(start, end)),
      ).toEqual([written]);
    },
  );

  it('go over a page header within a phrase', () => {
    const text =
      'The patient is scheduled for another trigger\r\nPage 3 of 7   DOE, J  DOB 1/2/60\r\npoint today.';
    const [mention] = reader.read(text).mentions;
    expect(text.slice(mention?.start, mention?.end)).toMatch(/^trigger\r\nPage[\s\S]*\r\npoint$/);
  });
});
