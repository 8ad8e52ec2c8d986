import { describe, expect, test } from 'vitest';
import { layOutPage, type PageItem } from '../../lib/reading/file/page-layout.ts';
import { joinPages, readPage, waitingPage } from '../../lib/reading/file/paged-text.ts';

/** A piece at a column and line of a page set in letters five points wide. */
const at = (x: number, line: number, text: string, more: Partial<PageItem> = {}): PageItem => ({
  text,
  x,
  y: 50 + line * 12,
  width: text.length * 5,
  height: 10,
  ...more,
});

const textOf = (...items: PageItem[]) => layOutPage(items).text;

describe('reading order', () => {
  test('lines from top to bottom, whatever order the file has them in', () => {
    expect(textOf(at(50, 1, 'second'), at(50, 0, 'first'))).toBe('first\nsecond');
  });

  test('pieces of one word touch, words are apart', () => {
    expect(textOf(at(50, 0, 'cyclo'), at(75, 0, 'benzaprine'), at(129, 0, '5 mg'))).toBe(
      'cyclobenzaprine 5 mg',
    );
  });

  test('a raised letter stays on its line', () => {
    expect(textOf(at(50, 0, 'May 3'), { ...at(75, 0, 'rd', { height: 6 }), y: 47 })).toBe(
      'May 3rd',
    );
  });

  test('an empty line parts paragraphs', () => {
    expect(textOf(at(50, 0, 'one'), at(50, 1, 'two'), at(50, 4, 'three'))).toBe(
      'one\ntwo\n\nthree',
    );
  });

  test('rows of a table keep their cells', () => {
    const rows = ['Drug', 'Norco', 'Soma'].flatMap((name, line) => [
      at(50, line, name),
      at(200, line, 'twice a day'),
      at(350, line, '#60'),
    ]);
    expect(textOf(...rows)).toBe(
      'Drug\ttwice a day\t#60\nNorco\ttwice a day\t#60\nSoma\ttwice a day\t#60',
    );
  });

  test('columns of prose are read one after the other', () => {
    const left = Array.from({ length: 7 }, (_, line) =>
      at(50, line, `left side number ${line} of the text`),
    );
    const right = Array.from({ length: 7 }, (_, line) =>
      at(320, line, `right side number ${line} of the text`),
    );
    const mixed = left.flatMap((item, line) => [right[line] as PageItem, item]);
    const head = at(50, -2, 'A heading over both of the columns, from edge to edge of the page');
    const text = textOf(...mixed, head);
    expect(text.startsWith('A heading over')).toBe(true);
    expect(text.indexOf('left side number 6')).toBeLessThan(text.indexOf('right side number 0'));
  });

  test('a form with labels and answers side by side is read in rows', () => {
    const rows = ['Name', 'Claim', 'Employer', 'Date', 'Phone', 'Fax'].flatMap((name, line) => [
      at(50, line, `${name}:`),
      at(200, line, `answer ${line}`),
    ]);
    expect(textOf(...rows).split('\n')).toHaveLength(6);
  });

  test('turned text comes last, and empty pieces are nothing', () => {
    expect(
      textOf(at(10, 0, 'FAX', { angle: Math.PI / 2 }), at(50, 2, 'body'), at(90, 2, ' ')),
    ).toBe('body\nFAX');
  });
});

test('an offset leads back to its piece', () => {
  const items = [at(50, 1, 'Trigger'), at(90, 1, 'point'), at(50, 0, 'Plan:')];
  const { text, placed } = layOutPage(items);
  for (const { start, item } of placed) {
    const words = items[item]?.text ?? '';
    expect(text.slice(start, start + words.length)).toBe(words);
  }
});

test('a page of thousands of pieces is laid out in linear time', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => at((i % 7) * 90, Math.floor(i / 7), `w${i}`));
  const time = (count: number) => {
    const started = performance.now();
    layOutPage(many(count));
    return performance.now() - started;
  };
  time(2_000);
  expect(time(20_000)).toBeLessThan(2_000);
});

describe('pages of a file', () => {
  const pages = [
    readPage({ number: 1, width: 612, height: 792 }, [at(50, 0, 'one')]),
    waitingPage(2, 612, 792),
    readPage({ number: 3, width: 612, height: 792 }, [at(50, 0, 'three', { confidence: 40 })], 80),
  ];

  test('are one text without gaps, and say what was not read', () => {
    const joined = joinPages(pages);
    expect(joined.text).toBe('one\n\nthree');
    expect(joined.pages).toEqual([
      { number: 1, start: 0, end: 5, readable: true },
      { number: 2, start: 3, end: 3, readable: false },
      { number: 3, start: 5, end: 10, readable: true },
    ]);
  });

  test('words that recognition is not sure of are told', () => {
    expect(joinPages(pages).uncertain).toEqual([{ start: 5, end: 10, confidence: 40 }]);
    expect(pages.map(({ state }) => state)).toEqual(['read', 'waiting', 'recognised']);
  });
});
