import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { checkPackText } from '../../lib/guidelines/check-pack-text.ts';
import { insertEntry } from '../../lib/guidelines/insert-entry.ts';
import { readPack } from '../../lib/guidelines/load-packs.ts';
import type { Pack } from '../../lib/guidelines/pack.ts';
import { prettyJson } from '../../lib/guidelines/pretty-json.ts';
import {
  type GoldCase,
  scaffoldCriterion,
  scaffoldPack,
  scaffoldTreatment,
} from '../../lib/guidelines/scaffold.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { ReasonError } from '../../lib/saying/said.ts';

const today = '2026-03-03';
const { pack, goldCase } = scaffoldPack('southern-team', today);
const bare: Pack = { id: 'bare', title: 'Bare', version: '1', jurisdiction: 'any', licence: 'own' };

/** The shipped word lists: requests are known by them. */
const folder = join(import.meta.dirname, '../../public/packs/vocabulary');
const wordLists = globSync('*.json', { cwd: folder }).flatMap(
  (file) =>
    readPack({ file, content: JSON.parse(readFileSync(join(folder, file), 'utf8')) }, []) ?? [],
);

/** The pack's verdict on the case, with its quotes and citation. */
function judge(text: string, gold: GoldCase) {
  const { faults, usable } = checkPackText('draft', text, wordLists, { drugs: [] });
  expect(faults).toEqual([]);
  if (!usable) throw new Error('not usable');
  const documents = [plainDocument('d', 'Case', gold.text)];
  const { requests } = reviewCase({ id: 'c', documents }, usable.rulebook, { asOf: gold.asOf });
  const criterion = requests
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === gold.criterion);
  for (const quote of gold.quotes) expect(gold.text).toContain(quote);
  return criterion;
}

const added = (text: string, additions: ReturnType<typeof scaffoldTreatment>['additions']) =>
  additions.reduce((now, { list, entry }) => insertEntry(now, list, entry), text);

describe('what is scaffolded can be judged at once', () => {
  test('a pack with its case and citation', () => {
    const criterion = judge(prettyJson(pack), goldCase);
    expect(criterion?.verdict).toBe(goldCase.verdict);
    expect(criterion?.citation?.confidence).toBe('to-be-verified');
  });

  test('a treatment in a pack of its own', () => {
    const { additions, goldCase: gold } = scaffoldTreatment('hot-pack', bare, today);
    expect(judge(added(prettyJson(bare), additions), gold)?.verdict).toBe('met');
  });

  test('a criterion in a guideline, cited there', () => {
    const id = 'southern-team-treatment/sleep-quality';
    const { additions, goldCase: gold } = scaffoldCriterion(id, pack, today);
    const criterion = judge(added(prettyJson(pack), additions), gold);
    expect(criterion?.verdict).toBe('met');
    expect(criterion?.citation?.pack).toBe('southern-team');
  });

  test('a guideline without a source is given one', () => {
    const { sources: _, standards: __, ...without } = pack;
    const { additions } = scaffoldCriterion('southern-team-treatment/two', without, today);
    expect(additions.map(({ list }) => list)).toContain('sources');
  });
});

/** The sentence that is said instead of making something. */
function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof ReasonError) return inEnglish(error.reason);
  }
  return '';
}

test.each([
  [() => scaffoldPack('Team', today), '“Team” is no name for a pack'],
  [() => scaffoldTreatment('hot pack', bare, today), 'no name for a treatment'],
  [() => scaffoldCriterion('sleep', bare, today), 'names no criterion'],
  [() => scaffoldCriterion('a/b/c', bare, today), 'names no criterion'],
  [() => scaffoldTreatment('southern-team-treatment', pack, today), 'has a treatment'],
  [() => scaffoldCriterion(goldCase.criterion, pack, today), 'has a criterion'],
])('what cannot be scaffolded is refused in one sentence', (make, words) => {
  expect(refusal(make)).toContain(words);
});

test('an entry is added and every other line stays as its writer had it', () => {
  const text = '{\n  "id": "a",   "criteria": [ { "id": "x" } ],\n  "concepts": [\n  ]\n}\n';
  const more = insertEntry(insertEntry(text, 'criteria', { id: 'y' }), 'concepts', { id: 'c' });
  expect(JSON.parse(more)).toEqual({
    id: 'a',
    criteria: [{ id: 'x' }, { id: 'y' }],
    concepts: [{ id: 'c' }],
  });
  expect(more).toContain('"id": "a",   "criteria": [ { "id": "x" },');
  expect(JSON.parse(insertEntry('{}', 'sources', { id: 's' }))).toEqual({ sources: [{ id: 's' }] });
});
