import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Desk } from '../../entrypoints/background/desk.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';

/** A page of claim `claim` (none when null), at its own address. */
function page(claim: string | null, name: string, more: Partial<PageText> = {}): PageText {
  return {
    reader: `reader of ${claim} ${name}`,
    revision: 1,
    url: `https://claims.example/${claim ?? 'list'}/${name}`,
    title: `${claim} ${name}`,
    heading: name,
    text: `${name} of ${claim}`,
    unread: [],
    ...(claim === null ? {} : { facts: { claimNumber: claim } }),
    ...more,
  };
}

function desk() {
  let count = 0;
  const made = new Desk(() => `case-${++count}`);
  const read = (tabId: number, text: PageText, frameId = 0) =>
    frameId === 0
      ? made.readPage(text, { tabId, frameId, unread: [] }, 0)
      : made.readFrame(text, { tabId, frameId, unread: [] }, 0);
  const texts = (tabId: number) =>
    made.caseOf(tabId)?.documents.map(({ document }) => document.text);
  return { made, read, texts };
}

describe('pages of one claim', () => {
  test('are one case, in two tabs and one after the other', () => {
    const { made, read, texts } = desk();
    read(1, page('A', 'notes'));
    read(2, page('A', 'form'));
    read(1, page('A', 'labs'));
    expect(made.cases.size).toBe(1);
    expect(texts(1)).toEqual(['notes of A', 'form of A', 'labs of A']);
    expect(made.caseOf(1)?.documents.map(({ isOpen }) => isOpen)).toEqual([false, true, true]);
  });

  test('a page that is opened again takes the place of what was kept of it', () => {
    const { read, texts } = desk();
    read(1, page('A', 'notes'));
    read(1, page('A', 'form'));
    read(1, page('A', 'notes', { text: 'notes of A, amended', reader: 'again' }));
    expect(texts(1)).toEqual(['notes of A, amended', 'form of A']);
  });

  test('two claims in one tab, there and back, stay apart', () => {
    const { made, read, texts } = desk();
    read(1, page('A', 'notes'));
    read(1, page('B', 'notes'));
    expect(texts(1)).toEqual(['notes of B']);
    read(1, page('A', 'form'));
    expect(texts(1)).toEqual(['notes of A', 'form of A']);
    expect(made.cases.size).toBe(2);
  });

  test('the same number on another site is another claim', () => {
    const { read, texts } = desk();
    read(1, page('A', 'notes'));
    read(2, page('A', 'notes', { url: 'https://other.example/A', text: 'elsewhere' }));
    expect(texts(2)).toEqual(['elsewhere']);
  });

  test('a number that comes after the text names the case that is open', () => {
    const { made, read } = desk();
    const early = page('A', 'notes');
    const { facts: _, ...unnamed } = early;
    read(1, unnamed);
    const before = made.caseOf(1)?.id;
    read(1, { ...early, revision: 2 });
    expect(made.caseOf(1)).toMatchObject({ id: before, claim: { number: 'A' } });
  });
});

describe('a page that changes in parts', () => {
  test('a heading that comes before its number leaves nothing in the last claim', () => {
    const { made, read, texts } = desk();
    const one = { url: 'https://claims.example/', reader: 'single page' };
    read(1, page('A', 'notes', one));
    read(1, page('B', 'notes', { ...one, heading: 'case B', facts: { claimNumber: 'A' } }));
    read(1, page('B', 'notes', { ...one, heading: 'case B' }));
    expect(texts(1)).toEqual(['notes of B']);
    const left = [...made.cases.values()].find(({ claim }) => claim?.number === 'A');
    expect(left?.documents.map(({ document }) => document.text)).toEqual(['notes of A']);
  });

  test('a number that comes before its heading leaves nothing in the next claim', () => {
    const { read, texts } = desk();
    const one = { url: 'https://claims.example/', reader: 'single page' };
    read(1, page('A', 'notes', one));
    read(1, page('A', 'notes', { ...one, facts: { claimNumber: 'B' } }));
    read(1, page('B', 'notes', { ...one, heading: 'case B' }));
    expect(texts(1)).toEqual(['notes of B']);
  });
});

describe('without a claim number', () => {
  test('each page is its own case, and nothing of it stays', () => {
    const { made, read, texts } = desk();
    read(1, page(null, 'one'));
    read(1, page(null, 'two'));
    expect(texts(1)).toEqual(['two of null']);
    expect(made.cases.size).toBe(1);
  });

  test('a page that was loaded anew keeps what the reviewer chose', () => {
    const { made, read } = desk();
    read(1, page(null, 'one'));
    const id = made.caseOf(1)?.id ?? '';
    made.change(id, { asOf: '2015-01-01' });
    read(1, page(null, 'one', { reader: 'loaded anew' }));
    expect(made.caseOf(1)).toMatchObject({ id, asOf: '2015-01-01' });
    expect(made.caseOf(1)?.documents).toHaveLength(1);
  });

  test('a page is added to another case by hand, and stays in it', () => {
    const { made, read, texts } = desk();
    read(1, page(null, 'chart'));
    read(2, page(null, 'form'));
    made.addTo(2, made.caseOf(1)?.id ?? '', 0);
    expect(texts(1)).toEqual(['chart of null', 'form of null']);
    expect(made.cases.size).toBe(1);
    read(2, page(null, 'elsewhere'));
    expect(texts(1)).toEqual(['chart of null', 'form of null']);
    expect(texts(2)).toEqual(['elsewhere of null']);
  });

  test('what was added can be left out again', () => {
    const { made, read, texts } = desk();
    read(1, page(null, 'chart'));
    read(2, page(null, 'form'));
    const id = made.caseOf(1)?.id ?? '';
    made.addTo(2, id, 0);
    const added = made.caseOf(1)?.documents[1]?.document.id ?? '';
    expect(made.leaveOut(id, added)?.tabId).toBe(2);
    expect(texts(1)).toEqual(['chart of null']);
    expect(made.caseOf(2)).toBeUndefined();
  });
});

describe('frames', () => {
  test('one that comes before its page is of that page', () => {
    const { read, texts } = desk();
    read(1, page(null, 'inner'), 4);
    const { askAgain } = read(1, page('A', 'outer')) as { askAgain: number[] };
    expect(texts(1)).toEqual(['outer of A', 'inner of null']);
    expect(askAgain).toEqual([]);
  });

  test('those of the last page are asked again, and are not in the next case before', () => {
    const { read, texts } = desk();
    read(1, page('A', 'outer'));
    read(1, page(null, 'inner'), 4);
    const { askAgain } = read(1, page('B', 'outer')) as { askAgain: number[] };
    expect(texts(1)).toEqual(['outer of B']);
    expect(askAgain).toEqual([4]);
  });
});

test('the last tab of a case takes it along, an idle case goes by itself', () => {
  const { made, read } = desk();
  read(1, page('A', 'notes'));
  read(2, page('A', 'form'));
  made.closeTab(1);
  expect(made.cases.size).toBe(1);
  made.closeTab(2);
  expect(made.cases.size).toBe(0);
  read(3, page('C', 'notes'));
  expect(made.idleFor(10, 11)).toHaveLength(1);
  expect(made.idleFor(10, 10)).toHaveLength(0);
});

test('whatever tabs show and in whatever order, no case holds the text of two claims', () => {
  const step = record({
    tabId: integer({ min: 1, max: 3 }),
    claim: constantFrom('A', 'B', 'C', null),
    name: constantFrom('notes', 'form', 'labs'),
    what: constantFrom('page', 'page', 'page', 'frame', 'close', 'loads'),
  });
  void assert(
    property(array(step, { maxLength: 60 }), (steps) => {
      const { made, read } = desk();
      for (const { tabId, claim, name, what } of steps) {
        if (what === 'close') made.closeTab(tabId);
        else if (what === 'loads') made.closePage(tabId);
        else if (what === 'page') read(tabId, page(claim, name));
        else if (made.caseOf(tabId)?.claim) {
          const own = made.caseOf(tabId)?.claim?.number ?? '';
          read(tabId, page(own, `${name} frame`), 2);
        }
        for (const { claim: held, documents } of made.cases.values()) {
          const of = new Set(documents.map(({ document }) => document.text.split(' of ')[1]));
          expect(of.size).toBeLessThanOrEqual(1);
          if (held) expect([...of].every((text) => text === held.number)).toBe(true);
        }
        for (const view of made.tabs.values()) expect(made.cases.has(view.caseId)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
