import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type BenchAnswer,
  type BenchTask,
  DraftBench,
  type Judged,
} from '../../lib/bench/draft-bench.ts';
import { benchPack, benchText } from '../components/sample-bench.ts';

const folder = join(import.meta.dirname, '../../public/packs/vocabulary');
const shipped = globSync('*.json', { cwd: folder }).map((file) => ({
  file,
  content: JSON.parse(readFileSync(join(folder, file), 'utf8')),
}));
const lexicon = { file: 'drugs.json', content: { version: 1, tables: [], drugs: [] } };
const inUse = { file: 'own/heat', content: benchPack };
const draft = JSON.stringify(benchPack, null, 2);
const wider = draft.replace('"amount": 10', '"amount": 20');

const benchWith = (own: (typeof inUse)[] = []) =>
  new DraftBench({ shipped, own, lexicon, off: [] });

function last(bench: DraftBench, task: BenchTask): BenchAnswer & { judged: Judged | null } {
  const answer = [...bench.judge(task)].at(-1);
  if (!answer || answer.judged === 'follows') throw new Error('no answer');
  return { ...answer, judged: answer.judged };
}

const verdictOf = ({ judged }: { judged: Judged | null }) =>
  judged?.review.requests[0]?.criteria[0]?.verdict;

test('another limit is another verdict, and it is compared with the pack in use', () => {
  const bench = benchWith([inUse]);
  const before = last(bench, { text: benchText, draft });
  expect(verdictOf(before)).toBe('not-met');
  expect(before.judged?.marks.map(({ meaning }) => meaning)).toContain('opposes');
  const after = last(bench, { text: benchText, draft: wider });
  expect(verdictOf(after)).toBe('met');
  expect(Object.values(after.judged?.inUse ?? {})).toContain('not-met');
});

test('while the pack cannot be used the last one that could goes on', () => {
  const bench = benchWith();
  last(bench, { text: benchText, draft: wider });
  const broken = last(bench, { text: benchText, draft: wider.replace('"rank": 1', '"rank": ') });
  expect(broken).toMatchObject({
    isOfEarlier: true,
    faults: [{ code: 'pack-not-json', line: 16 }],
  });
  expect(verdictOf(broken)).toBe('met');
  bench.forget();
  expect(last(bench, { text: benchText, draft: '{' }).judged).toBeNull();
});

test('what is wrong is told before the verdicts', () => {
  const [first] = benchWith().judge({ text: benchText, draft });
  expect(first).toEqual({ faults: [], isOfEarlier: false, judged: 'follows' });
});

test('without a text nothing is judged', () => {
  expect(last(benchWith(), { text: ' \n', draft }).judged).toBeNull();
});
