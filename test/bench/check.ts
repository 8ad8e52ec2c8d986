/**
 * `npm run bench:check`: runs the steady parts of the bench and compares them with test/bench/stored.json, by ratios to what
 * was measured in the same run. Ends with 1 on a regression. `-- --only=browser` compares others,
 * `-- --store` keeps this run's figures as the new ones.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import { machineLine } from './machine.ts';
import { type Measure, written } from './measure.ts';
import { partsNamed } from './parts.ts';
import { type BenchRun, runParts } from './run-parts.ts';
import { printTable } from './table.ts';

/** Parts that count CPU time or bytes: what passes on the clock of a shared machine tells little. */
const STEADY = 'sizes,review,peers,library';
const STORED = join(import.meta.dirname, 'stored.json');

const { values } = parseArgs({
  options: { only: { type: 'string' }, store: { type: 'boolean', default: false } },
});
/** Parts that read texts: what they say of other texts cannot be compared. */
const READING = ['review', 'peers'];

const names = partsNamed(values.only ?? STEADY);
const partOf = ({ id }: Measure) => id.slice(0, id.indexOf('/'));
const ofParts = (measure: Measure) => names.includes(partOf(measure));
const before: BenchRun | undefined = existsSync(STORED)
  ? JSON.parse(readFileSync(STORED, 'utf8'))
  : undefined;
const run = await runParts(names);

if (values.store) {
  const others = (before?.measures ?? []).filter((measure) => !ofParts(measure));
  const kept = { machine: run.machine, texts: run.texts, measures: [...others, ...run.measures] };
  writeFileSync(STORED, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`\nStored ${run.measures.length} figures.`);
} else {
  const isOfOtherTexts = before !== undefined && before.texts !== run.texts;
  const stored = (before?.measures ?? [])
    .filter(ofParts)
    .filter((measure) => !isOfOtherTexts || !READING.includes(partOf(measure)));
  if (isOfOtherTexts) {
    console.log(
      `\n${READING.join(' and ')} are not compared: they were stored on ${before.texts}.`,
    );
  }
  const compared = compare(stored, run.measures);
  printTable({
    title: `Compared with ${before ? machineLine(before.machine) : 'nothing stored'}`,
    head: ['what', 'before', 'now', 'by a factor of', 'allowed', ''],
    rows: compared.map(({ id, before: was, now, worse, tolerance, isRegression }) => [
      id,
      written(was),
      written(now),
      written(worse),
      written(tolerance),
      isRegression ? 'WORSE' : '',
    ]),
  });
  const worse = compared.filter(({ isRegression }) => isRegression).length;
  console.log(`\n${worse} of ${compared.length} figures are worse than allowed.`);
  if (worse > 0 || compared.length === 0) process.exitCode = 1;
}
process.exit(run.failures.length > 0 ? 1 : (process.exitCode ?? 0));
