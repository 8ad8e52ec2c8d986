import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldedToken,
  Gap,
  markAt,
  numberAt,
  TokenKind,
  tokenize,
  tokenText,
} from '../../lib/language/tokens.ts';
import { createWordTable, plural } from '../../lib/language/word-table.ts';

const table = createWordTable();
for (const word of ['decreased', 'lorazepam', 'spine', 'ibuprofen']) table.internWithPlural(word);

/** The tokens as written. */
function split(text: string): string[] {
  const tokens = tokenize(text, table);
  return Array.from({ length: tokens.count }, (_, token) => tokenText(tokens, token));
}

/** The tokens as compared. */
function fold(text: string): string[] {
  const tokens = tokenize(text, table);
  return Array.from({ length: tokens.count }, (_, token) => foldedToken(tokens, token));
}

describe('tokenize', () => {
  it.each([
    ["Patient's w/o pain", ['Patient', "'s", 'w/o', 'pain']],
    ['w/fluoro h/o s/p n/v', ['w/', 'fluoro', 'h/o', 's/p', 'n/v']],
    ['10/325 #30 4-5/10', ['10', '/', '325', '#', '30', '4', '-', '5', '/', '10']],
    ['C5-C6 L4', ['C', '5', '-', 'C', '6', 'L', '4']],
    ['follow-up x-ray', ['follow', 'up', 'x', 'ray']],
    ['b.i.d. then', ['b.i.d.', 'then']],
    ['request.Based', ['request', '.', 'Based']],
    ['8.18.11', ['8', '.', '18', '.', '11']],
    ['1,200 mg', ['1,200', 'mg']],
    ['he/she and/or', ['he', '/', 'she', 'and', '/', 'or']],
    ['a😀b', ['a', '😀', 'b']],
  ])('%s', (text, wanted) => {
    expect(split(text)).toEqual(wanted);
  });

  it('folds case, accents, apostrophes and dots', () => {
    expect(fold('Naïve DON’T b.i.d. P.O. .5')).toEqual(['naive', "don't", 'bid', 'po', '0.5']);
    expect(fold('e\u0301tude')).toEqual(['etude']);
  });

  it.each([
    ['O.5', 0.5],
    ['.5', 0.5],
    ['3O', 30],
    ['1,200', 1200],
    ['2O15', 2015],
  ])('reads %s as %d', (text, value) => {
    expect(numberAt(tokenize(text, table), 0)).toBe(value);
  });

  it('reads the slips of scanners, and marks them', () => {
    const tokens = tokenize('lorazeparn SPlNE lbuprofen return', table);
    const words = Array.from({ length: tokens.count }, (_, i) =>
      table.spelling(tokens.word[i] ?? 0),
    );
    expect(words).toEqual(['lorazepam', 'spine', 'ibuprofen', '']);
    expect([...tokens.slip.slice(0, 4)]).toEqual([1, 1, 1, 0]);
  });

  it('reads a 1 or 0 in a word as the letter that was meant', () => {
    for (const word of ['gabapentin', 'refill', 'lumbar', 'norco', 'flexeril']) table.intern(word);
    const tokens = tokenize('Gabapent1n Refi11 1umbar Norc0 FIexeri1', table);
    expect(
      Array.from({ length: tokens.count }, (_, i) => table.spelling(tokens.word[i] ?? 0)),
    ).toEqual(['gabapentin', 'refill', 'lumbar', 'norco', 'flexeril']);
    expect(split('T10 L1 1mg 10tab')).toEqual(['T', '10', 'L', '1', '1', 'mg', '10', 'tab']);
  });

  it('joins a word that is split at a line end when it is known, and parts it otherwise', () => {
    expect(split('de-\ncreased')).toEqual(['de-\ncreased']);
    const tokens = tokenize('peer-\nreviewed', table);
    expect(tokens.count).toBe(2);
    expect(tokens.gap[1]).toBe(Gap.hyphen);
  });

  it('keeps line breaks and cells', () => {
    const tokens = tokenize('a b\nc\r\n\r\nd\te', table);
    expect([...tokens.breaks.slice(0, 5)]).toEqual([0, 0, 1, 2, 0]);
    expect(tokens.gap[4]).toBe(Gap.tab);
  });

  it('folds every dash to one mark', () => {
    expect(markAt(tokenize('—', table), 0)).toBe(0x2d);
    expect(markAt(tokenize('a', table), 0)).toBe(0);
  });

  it('covers every letter and digit of any text once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = tokenize(text, table);
        let at = 0;
        for (let i = 0; i < tokens.count; i += 1) {
          const start = tokens.start[i] ?? -1;
          const end = tokens.end[i] ?? -1;
          if (start < at || end <= start || end > text.length) return false;
          if (/[A-Za-z0-9]/.test(text.slice(at, start))) return false;
          at = end;
        }
        return !/[A-Za-z0-9]/.test(text.slice(at));
      }),
    );
  });

  it('splits no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const tokens = tokenize(text, table);
        for (let i = 0; i < tokens.count; i += 1) {
          if (!tokenText(tokens, i).isWellFormed()) return !text.isWellFormed();
        }
        return true;
      }),
    );
  });

  it('reads the empty text', () => {
    expect(tokenize('', table).count).toBe(0);
  });

  it('knows words from numbers from marks', () => {
    const tokens = tokenize('a 1 +', table);
    expect([...tokens.kind.slice(0, 3)]).toEqual([
      TokenKind.word,
      TokenKind.number,
      TokenKind.mark,
    ]);
  });
});

describe('plural', () => {
  it.each([
    ['point', 'points'],
    ['box', 'boxes'],
    ['radiculopathy', 'radiculopathies'],
    ['day', 'days'],
    ['no', ''],
  ])('%s', (word, wanted) => {
    expect(plural(word)).toBe(wanted);
  });
});
