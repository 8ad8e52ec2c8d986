import { corpusName } from './language-corpus.ts';
import { type Machine, thisMachine } from './machine.ts';
import { type BenchPart, isMet, type Measure, written, writtenGoal } from './measure.ts';
import { PARTS } from './parts.ts';
import { printTable } from './table.ts';

/** A run of the bench: what was measured, and the parts that could not be. */
export interface BenchRun {
  machine: Machine;
  /** the texts that are read */
  texts: string;
  measures: Measure[];
  failures: { part: string; why: string }[];
}

/** Runs parts of the bench one after the other, printing the table of each. */
export async function runParts(names: readonly string[]): Promise<BenchRun> {
  const run: BenchRun = {
    machine: thisMachine(),
    texts: corpusName,
    measures: [],
    failures: [],
  };
  for (const name of names) {
    try {
      const part = await PARTS[name]?.();
      if (part === undefined) throw new Error('There is no such part.');
      const measures = await part.measure();
      print(part, measures);
      run.measures.push(...measures);
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`\n${name} could not be measured: ${why}`);
      run.failures.push({ part: name, why });
    }
  }
  return run;
}

function print(part: BenchPart, measures: readonly Measure[]): void {
  const isDone = { true: 'met', false: 'NOT MET', undefined: '' };
  printTable({
    title: part.title,
    head: ['what', 'value', 'unit', 'goal', ''],
    rows: measures.map((measure) => [
      measure.id.slice(measure.id.indexOf('/') + 1),
      written(measure.value),
      measure.unit,
      writtenGoal(measure.goal),
      isDone[`${isMet(measure)}`],
    ]),
  });
}
