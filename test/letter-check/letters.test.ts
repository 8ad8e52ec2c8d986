import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { labelledLetters, spoiltLetters } from '../bench/letter-changes.ts';
import { checkText } from './check-text.ts';

/** One letter for each kind of mistake; `npm run bench:letter` goes through all of them. */
const seen = labelledLetters().filter((letter) => letter.seen);
const kinds = [...new Set(seen.flatMap(({ changes }) => changes.map(({ kind }) => kind)))];

describe('a mistake in an otherwise clean letter is remarked on', () => {
  test.each(kinds)('%s', async (wanted) => {
    const spoilt = seen.flatMap(spoiltLetters).find(({ kind }) => kind === wanted);
    if (!spoilt) throw new Error(`no letter is spoilt by ${wanted}`);
    const { of, text, expects } = spoilt;
    const found = await checkText(of.case, text, of.asOf);
    const remark = found.find(({ id }) => id === expects);
    expect(remark, found.map(({ reason }) => reason).join('\n')).toBeDefined();
    expect(inEnglish(remark?.reason ?? '')).toMatch(/\.$/);
  });
});

test('every passage stands where it says, in the letter or in the record', async () => {
  for (const letter of seen.slice(0, 6)) {
    for (const { text } of spoiltLetters(letter).slice(0, 4)) {
      for (const { evidence } of await checkText(letter.case, text, letter.asOf)) {
        for (const { document, start, end, quote } of evidence) {
          const source = document === 'letter' ? text : letter.case;
          expect(source.slice(start, end)).toBe(quote);
        }
      }
    }
  }
});

describe('bad input', () => {
  const record = 'Request for authorization: Norco 10/325 mg #90.';

  test('an empty letter has no remarks', async () => {
    expect(await checkText(record, ' \n ')).toEqual([]);
  });

  test('a letter about a case that asks for nothing is still checked for its form', async () => {
    const ids = (await checkText('A note about the weather.', 'Norco is denied.')).map(
      ({ id }) => id,
    );
    expect(ids).toContain('letter/missing-element');
  });

  test('a hundred thousand characters of one sentence are no trouble', async () => {
    const found = await checkText(
      record,
      'The request for Norco is not medically necessary. '.repeat(2000),
    );
    expect(found.map(({ id }) => id)).toContain('letter/empty-phrase');
  });
});
