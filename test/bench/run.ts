/**
 * `npm run bench`: speed, memory and sizes of the product. `-- --only=review,sizes` runs some parts,
 * `-- --json FILE` keeps the figures. Ends with 1 when a part could not be measured.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machineLine } from './machine.ts';
import { isMet } from './measure.ts';
import { partsNamed } from './parts.ts';
import { runParts } from './run-parts.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' } },
});
const run = await runParts(partsNamed(values.only));
const judged = run.measures.map((measure) => ({ ...measure, met: isMet(measure) }));
const missed = judged.filter(({ met }) => met === false).length;
const goals = judged.filter(({ met }) => met !== undefined).length;
console.log(`\n${goals - missed} of ${goals} goals met. ${machineLine(run.machine)}`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ ...run, measures: judged }, null, 2)}\n`);
}
// Servers and browsers of parts that failed may still be there.
process.exit(run.failures.length > 0 ? 1 : 0);
