/** Prints the scores on the public specifications with every miss, and chrono-node beside for dates. */
import { parse } from 'chrono-node';
import { sharedFile } from '../language/gold-lines.ts';
import { dateCases, durationScores, percentScores, type Score } from './duration-scores.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

function report(name: string, { right, all, misses }: Score): void {
  print(`${name}: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
  for (const miss of misses) print(`  miss: ${miss}`);
}

/** The days that chrono-node reads in a text, as ISO dates. */
function chronoDates(text: string, reference: string): string[] {
  return parse(text, new Date(reference)).map(({ start }) => {
    const parts = [start.get('year'), start.get('month'), start.get('day')];
    return parts
      .map((part, index) => String(part ?? 0).padStart(index === 0 ? 4 : 2, '0'))
      .join('-');
  });
}

const folder = sharedFile('data', 'durations');
if (folder === undefined) print('durations: skipped, the shared test data is not here');
else {
  report('durations', durationScores(folder));
  report('percents', percentScores(folder));
  const cases = dateCases(folder);
  const isHit = (found: string[], wanted: string[]) =>
    wanted.length === 0 ? found.length === 0 : wanted.some((date) => found.includes(date));
  const ours = cases.filter(({ found, wanted }) => isHit(found, wanted));
  const chrono = cases.filter(({ text, wanted, reference }) =>
    isHit(chronoDates(text, reference), wanted),
  );
  const missed = cases.filter(({ found, wanted }) => !isHit(found, wanted));
  report('dates', {
    right: ours.length,
    all: cases.length,
    misses: missed.map(
      ({ text, wanted, found }) =>
        `${text.trim()}: ${wanted[0] ?? 'no such day'} and not ${found.join(', ') || 'none'}`,
    ),
  });
  print(`dates by chrono-node: ${chrono.length} of ${cases.length}`);
}
