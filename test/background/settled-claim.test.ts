import { expect, test } from 'vitest';
import { SettledClaim } from '../../entrypoints/portal.content/settled-claim.ts';
import type { PageReading } from '../../lib/reading/page-watch.ts';

const page = (text: string, isMoving: boolean) => ({ text, isMoving }) as PageReading;

/** A page of one claim with a clock in it. */
const lines = (claim: string, clock: number) =>
  [
    `Claim number: ${claim}`,
    `Now: ${clock}`,
    ...Array.from({ length: 20 }, (_, at) => `${claim} line ${at}`),
  ].join('\n');

test('a page at rest is taken as it is', () => {
  const settled = new SettledClaim();
  expect(settled.isSettled(page('a', false), 'LR-1')).toBe(true);
});

test('a page in motion is taken once it reads the same three times, whatever its clock says', () => {
  const settled = new SettledClaim();
  const taken = [1, 2, 3, 4].map((clock) =>
    settled.isSettled(page(lines('LR-1', clock), true), 'LR-1'),
  );
  expect(taken).toEqual([false, false, true, true]);
});

test('another number, or the text of another claim, begins anew', () => {
  const settled = new SettledClaim();
  const reads: [string, string][] = [
    ['LR-1', 'LR-1'],
    ['LR-1', 'LR-1'],
    ['LR-2', 'LR-1'],
    ['LR-2', 'LR-2'],
    ['LR-2', 'LR-2'],
  ];
  const taken = reads.map(([number, text], at) =>
    settled.isSettled(page(lines(text, at), true), number),
  );
  expect(taken).toEqual([false, false, false, false, false]);
});
