import { describe, expect, it } from 'vitest';
import { type Arrivals, emptyArrivals } from '../../lib/language/arrivals.ts';
import { createChoice } from '../../lib/language/choice.ts';
import { NO_MORE } from '../../lib/language/machine.ts';
import { emptyMatches, insertMatch, type Matches } from '../../lib/language/matches.ts';
import { createPairTable } from '../../lib/language/pair-table.ts';
import { createTransitions } from '../../lib/language/transitions.ts';

function rows({ count, pattern, first, last }: Matches): (number | undefined)[][] {
  return Array.from({ length: count }, (_, i) => [pattern[i], first[i], last[i]]);
}

function inOrder(...found: [number, number, number][]): Matches {
  const matches = emptyMatches();
  for (const [pattern, first, last] of found) insertMatch(matches, pattern, first, last);
  return matches;
}

/** What ends at a place, where one pattern ends at each. */
const endings = Int32Array.from([0, 1, 2, 3].flatMap((pattern) => [pattern, NO_MORE]));

function arriving(...found: [number, number, number][]): Arrivals {
  const arrivals = emptyArrivals();
  for (const [pattern, first, last] of found) {
    arrivals.ending[arrivals.count] = pattern * 2;
    arrivals.first[arrivals.count] = first;
    arrivals.last[arrivals.count] = last;
    arrivals.count += 1;
  }
  return arrivals;
}

describe('matches', () => {
  it('are kept in the order of their first tokens, whatever order they were found in', () => {
    const found = inOrder([0, 5, 6], [1, 2, 9], [2, 2, 3], [3, 7, 7]);
    expect(rows(found)).toEqual([
      [2, 2, 3],
      [1, 2, 9],
      [0, 5, 6],
      [3, 7, 7],
    ]);
  });

  it('go on growing beyond their first room', () => {
    const found = emptyMatches();
    for (let i = 0; i < 5000; i += 1) insertMatch(found, 1, i, i);
    expect([found.count, found.last[4999]]).toEqual([5000, 4999]);
  });
});

describe('the choice', () => {
  const patterns = [
    { phrase: 'short', group: 0 },
    { phrase: 'long', group: 0 },
    { phrase: 'other', group: 1 },
    { phrase: 'exception', group: 1, except: true },
  ];

  it('takes the longest of a group over both lists, and what begins inside it is hidden', () => {
    const choice = createChoice(patterns);
    choice.startText();
    choice.choose(arriving([0, 0, 0], [2, 1, 1], [0, 2, 2]), endings, inOrder([1, 0, 3]));
    choice.choose(arriving([0, 3, 3], [0, 4, 4]), endings, inOrder());
    expect(rows(choice.chosen)).toEqual([
      [1, 0, 3],
      [2, 1, 1],
      [0, 4, 4],
    ]);
  });

  it('drops what an exception covers, and forgets it in the next text', () => {
    const choice = createChoice(patterns);
    for (const expected of [0, 1]) {
      choice.startText();
      if (expected === 0) choice.choose(arriving([3, 0, 2]), endings, inOrder());
      choice.choose(arriving([2, 1, 2]), endings, inOrder());
      expect(choice.chosen.count).toBe(expected);
    }
  });

  it('settles patterns of one place: the earliest of each kind, none that an exception hides', () => {
    expect(createChoice(patterns).settle([1, 0, 2, 3])).toEqual([0, 3]);
  });
});

describe('the table of pairs', () => {
  it('gives back what was set, also when it has grown, and nothing else', () => {
    const table = createPairTable();
    for (let i = 0; i < 20_000; i += 1) table.set(i, i * 7, i + 1);
    for (let i = 0; i < 20_000; i += 1) expect(table.get(i, i * 7)).toBe(i + 1);
    expect(table.get(7, 1)).toBe(-1);
    table.clear();
    expect(table.get(3, 21)).toBe(-1);
  });
});

describe('transitions', () => {
  const kinds = 30_000;

  it('are kept apart for as many states as they have a place for, and written and read again', () => {
    const first = createTransitions(kinds);
    const states = [0, 1, 70_000, first.mostStates - 1];
    const all = states.flatMap((state) => [0, 1, kinds - 1].map((kind) => [state, kind] as const));
    const toldApart = all.slice(0, -1);
    for (const [at, [state, kind]] of toldApart.entries()) first.set(state, kind, at);
    const again = createTransitions(kinds, first.columns());
    for (const transitions of [first, again]) {
      expect(toldApart.map(([state, kind]) => transitions.get(state, kind))).toEqual([
        ...toldApart.keys(),
      ]);
      expect(transitions.get(2, 0)).toBe(-1);
    }
  });
});
