import { describe, expect, it } from 'vitest';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { preparePhrases } from '../../lib/language/prepare-phrases.ts';
import { readPrepared, writePrepared } from '../../lib/language/prepared-file.ts';
import type { PreparedPhrases } from '../../lib/language/prepared-phrases.ts';
import { createReader, type Reader } from '../../lib/language/reader.ts';
import type { Vocabulary } from '../../lib/language/vocabulary.ts';
import { caseLines } from '../review/case-lines.ts';

/** As it comes out of its file. */
function prepared(vocabulary: Vocabulary, texts: readonly string[] = []): PreparedPhrases {
  return readPrepared(writePrepared(preparePhrases(vocabulary, texts)).buffer);
}

function mentionsIn({ read }: Reader, text: string): string[] {
  return [...read(text).mentions].map(
    ({ concept, phrase, start, end, assertion: { presence, time, voice } }) =>
      `${concept} ${phrase} ${start}-${end} ${presence} ${time} ${voice}`,
  );
}

/** Each concept with its phrases. */
function vocabularyWith(concepts: Record<string, string[]>): Vocabulary {
  const of = Object.entries(concepts);
  return { concepts: of.map(([id, phrases]) => ({ id, name: id, phrases })), drugs: [] };
}

describe('phrases prepared ahead of time', () => {
  it('are found like those read when needed', async () => {
    const vocabulary = vocabularyOf(await shippedRulebook());
    const late = createReader(vocabulary);
    const lines = caseLines<{ text: string }>(new URL('../cases/criteria/', import.meta.url));
    const every = (nth: number) => lines.filter((_, at) => at % nth === 0).map(({ text }) => text);
    // some of the texts are those it was prepared for, and most lead farther
    const early = createReader(vocabulary, prepared(vocabulary, every(600)));
    const texts = every(200);
    expect(texts.length).toBeGreaterThan(15);
    for (const text of texts) expect(mentionsIn(early, text)).toEqual(mentionsIn(late, text));
  });

  const own = { sign: ['(local)? twitch', '=LTR'], seen: ['{sign} ..2 (seen|noted)'] };
  const TEXT = 'Local twitch was seen, LTR noted. A jump sign. Twitch felt.';

  it('are found again in a text that they were prepared for', () => {
    const vocabulary = vocabularyWith(own);
    const reader = createReader(vocabulary, prepared(vocabulary, [TEXT]));
    expect(mentionsIn(reader, TEXT)).toEqual(mentionsIn(createReader(vocabulary), TEXT));
    expect(mentionsIn(reader, TEXT)).not.toEqual([]);
  });

  it.each([
    ['a phrase more', { ...own, sign: [...own.sign, 'jump sign'] }],
    ['a phrase less', { ...own, sign: ['=LTR'] }],
    ['a phrase of the other concept', { sign: ['(local)? twitch'], seen: ['=LTR', ...own.seen] }],
    ['another concept in a phrase', { ...own, seen: ['{jump} ..2 (seen|noted)'], jump: ['felt'] }],
  ])('are not taken for those of a vocabulary with %s', (_, other) => {
    const vocabulary = vocabularyWith(other);
    const reader = createReader(vocabulary, prepared(vocabularyWith(own), [TEXT]));
    expect(mentionsIn(reader, TEXT)).toEqual(mentionsIn(createReader(vocabulary), TEXT));
  });
});
