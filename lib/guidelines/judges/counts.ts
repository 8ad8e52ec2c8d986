/** Settings of the computations that count visits. */
import { z } from 'zod';
import { decides, refs } from './references.ts';

/** A number against a limit, chosen by diagnosis where limits have `when`. */
export const countWithin = z.strictObject({
  use: z.literal('count-within'),
  decides,
  /** What is counted: requested, done, or both together. */
  count: z.enum(['requested', 'past', 'past-and-requested', 'levels']),
  /** Different numbers asked for, within the limit and over it, conflict; by default the greatest counts. */
  disagree: z.boolean().optional(),
  /** The therapy or procedure the past count is of. */
  of: refs.optional(),
  /** Unit words of the count: visits, sessions. */
  units: z.array(z.string()).optional(),
  /** Wordings that hold the number asked for, in the words of the request: "5-6 sites". */
  asked: refs.optional(),
  /** Words beside a number of which the writer is not sure: "maybe 12". */
  doubtful: refs.optional(),
  /** Wordings of a number that was not done: "18 visits were authorized". */
  notDone: refs.optional(),
  /** Concepts that say there was none so far: then what is requested is all. */
  none: refs.optional(),
  /** Concepts that say there was some, that more of it is asked for or that nobody counted: then the sum stays open. */
  had: refs.optional(),
  more: refs.optional(),
  /** Levels: vertebrae named alone are medial branches, of which a joint has two. */
  branches: z.boolean().optional(),
});

/**
 * Whether a first course was done: visits done are met, earlier care without a number (`had`) is
 * unclear, a first request for more than a first course is not met.
 */
export const firstCourse = z.strictObject({
  use: z.literal('first-course'),
  decides,
  of: refs,
  had: refs,
  units: z.array(z.string()).optional(),
  doubtful: refs.optional(),
  notDone: refs.optional(),
  /** Concepts that say there was none so far. */
  none: refs.optional(),
});

/**
 * How many sessions are asked for, against the limit in `unit`; other units are worth so many of it:
 * 8 hours are a day, a week is 5 days. Two that do not agree cannot tell.
 */
export const lengthRequested = z.strictObject({
  use: z.literal('length-requested'),
  decides,
  unit: z.string().min(1),
  /** Sessions that one of each other unit word is worth: `{ "hour": 0.125, "week": 5 }`. */
  worth: z.record(z.string(), z.number().positive()),
});

/** Whether a count of what was done so far is stated; two different ones conflict. */
export const countStated = z.strictObject({
  use: z.literal('count-stated'),
  decides,
  of: refs,
  units: z.array(z.string()).optional(),
  /** As in `count-within`. */
  doubtful: refs.optional(),
  notDone: refs.optional(),
  /** Concepts that say there was none so far, which contradicts a number. */
  none: refs.optional(),
});
