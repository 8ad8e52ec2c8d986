import { expect, test } from 'vitest';
import { inSlices } from '../../entrypoints/background/slices.ts';
import type { Steps } from '../../lib/language/steps.ts';

/** Work of some milliseconds a step, which counts the steps it took. */
function* work(steps: number, taken: number[]): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + 8;
    while (performance.now() < until);
    taken.push(step);
    yield;
  }
  return 'done';
}

test('long work lets other work have its turn, and comes to its result', async () => {
  const taken: number[] = [];
  const turns: number[] = [];
  const timer = setInterval(() => turns.push(taken.length));
  const result = await inSlices(work(20, taken), () => true);
  clearInterval(timer);
  expect(result).toBe('done');
  expect(taken).toHaveLength(20);
  expect(turns.some((count) => count > 0 && count < 20)).toBe(true);
});

test('work whose result is not wanted any more is given up', async () => {
  const taken: number[] = [];
  expect(await inSlices(work(20, taken), () => false)).toBeUndefined();
  expect(taken.length).toBeLessThan(20);
});

test('what the work throws is thrown', async () => {
  function* broken(): Steps<string> {
    yield;
    throw new Error('broken');
  }
  await expect(inSlices(broken(), () => true)).rejects.toThrow('broken');
});
