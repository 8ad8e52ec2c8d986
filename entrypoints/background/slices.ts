import type { Steps } from '../../lib/language/steps.ts';

/** The most milliseconds of work before messages of pages and panels get their turn. */
const LONGEST_SLICE = 30;

/**
 * Takes the steps of some work in slices, with a turn for everything else in between. Undefined when
 * `isWanted` says in between that the result is not wanted any more; what the work throws is thrown.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < LONGEST_SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
    started = performance.now();
  }
}
