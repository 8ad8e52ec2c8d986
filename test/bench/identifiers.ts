/**
 * `npm run bench:identifiers`: how many planted identifiers the guard finds in synthetic texts, by
 * kind, and how often it stops a text that holds none. `--show` prints what was missed and what
 * raised an alarm.
 */
import {
  alarmsIn,
  guidelineTexts,
  recallOf,
  starterTexts,
  transcriptionSentences,
  unseenTexts,
} from './identifier-scores.ts';
import { identifierSet } from './identifier-set.ts';
import { printTable } from './table.ts';

const show = process.argv.includes('--show');
const seed = Number(process.argv.find((word) => word.startsWith('--seed='))?.slice(7) ?? 2026);
const set = identifierSet(seed, 400);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

const kinds = [...new Set(set.map(({ kind }) => kind))];
const rows = [...kinds, 'all'].map((kind) => {
  const { texts, found } = recallOf(set.filter((each) => kind === 'all' || each.kind === kind));
  return [kind, String(texts), String(found), percent(found, texts)];
});
printTable({
  title: `Planted identifiers found (seed ${seed})`,
  head: ['kind', 'texts', 'found', 'recall'],
  rows,
});

const clean: [string, string[] | undefined][] = [
  ['starter library', starterTexts()],
  ['guideline packs', guidelineTexts()],
  ['research on guidelines (unseen)', unseenTexts()],
  ['medical transcriptions, sentences (unseen)', transcriptionSentences()],
];
const alarms = clean.flatMap(([name, texts]) =>
  texts === undefined ? [] : [{ name, ...alarmsIn(texts) }],
);
printTable({
  title: 'Texts stopped that hold no identifier',
  head: ['texts', 'count', 'stopped', 'share'],
  rows: alarms.map(({ name, texts, stopped }) => [
    name,
    String(texts),
    String(stopped),
    percent(stopped, Math.max(texts, 1)),
  ]),
});

if (show) {
  for (const { kind, text, planted } of recallOf(set).missed)
    console.log(`missed ${kind} "${planted}" in "${text}"`);
  for (const { name, words } of alarms) console.log(`${name}: ${words.slice(0, 80).join('; ')}`);
}
