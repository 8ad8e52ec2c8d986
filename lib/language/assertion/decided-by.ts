import type { Assertion, Reason } from '../mention.ts';

/** Whether an axis of an assertion was set by a cue, a section, the answer of a form, or who speaks. */
export function isDecidedBy(
  { because }: Assertion,
  axis: Reason['axis'],
  by: Reason['by'],
): boolean {
  return because.some((reason) => reason.axis === axis && reason.by === by);
}
