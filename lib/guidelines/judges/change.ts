/** Settings of the computations that hold then against now. */
import { z } from 'zod';
import { decides, refs } from './references.ts';

/**
 * Pain with against without a medicine, or before against after. Met from `points` or `percent`
 * on, not met below, unclear where there is one score only.
 */
export const painChange = z.strictObject({
  use: z.literal('pain-change'),
  decides,
  points: z.number().positive().optional(),
  percent: z.number().positive().optional(),
  /** Concepts one of which must stand in the sentence or beside it; by default none. */
  beside: refs.optional(),
  /** Where a score is said of a drug, it must be one of these. */
  about: refs.optional(),
  /** Scores of a clause that names one of these are of something else (a procedure). */
  notOf: refs.optional(),
  /** Wordings with two scores, the one before or without first: "8 -> 4", "was 8, now 5". */
  falls: refs.optional(),
  /** Wordings with two scores, the one after or with first: "six where it was eight". */
  rises: refs.optional(),
  /** Wordings with the score that the medicine brings pain to: "brings it to 5". */
  brings: refs.optional(),
  /** Wordings with the one score on the medicine, and those with the one off it: "on meds: 4". */
  on: refs.optional(),
  off: refs.optional(),
  /** Wordings that say that pain is the same with and without. */
  same: refs.optional(),
});

/** Whether the patient's state changed for the worse since a study: a complaint begun after it, a strength lost. */
export const changedSince = z.strictObject({
  use: z.literal('changed-since'),
  decides,
  /** The study. */
  event: refs,
  /** Complaints whose beginning after the study is a change. */
  complaint: refs,
  /** As `begun` of `symptom-length`. */
  begun: refs,
  /** A muscle with its strength out of five. */
  graded: refs,
});

/** Whether one of these grades is given, from the lowest up; grades that differ stand against each other. */
export const oneRating = z.strictObject({
  use: z.literal('one-rating'),
  decides,
  grades: z.array(refs).min(2),
});

/** How far something moves, by what it measures in each of several views. */
export const betweenViews = z.strictObject({
  use: z.literal('between-views'),
  decides,
  /** Measures and the views they are of; words that it is the same in all. */
  measures: refs,
  views: refs,
  same: refs,
  /** Words that make a measure the motion itself, or the size of something else. */
  without: refs,
  atLeast: z.number(),
  noneBelow: z.number(),
});

/**
 * Measures before and after, written side by side: "from 30 to 60", "22 -> 41", "25 (61)", a row of
 * a table. Better by `percent` is met, the same or worse not met; a measure stated once says nothing.
 */
export const measureChange = z.strictObject({
  use: z.literal('measure-change'),
  decides,
  /** Measures of which more is better: grip, range of motion. */
  higher: refs.optional(),
  /** Measures of which less is better: disability scores. */
  lower: refs.optional(),
  /** Complaints that come in spells, of which fewer are better. */
  spells: refs.optional(),
  /** Medicines of which fewer a day are better. */
  taken: refs.optional(),
  percent: z.number().positive().optional(),
  /** As `about` of an evidence rule: a measure that another course of care changed says nothing. */
  about: refs.optional(),
});

/** What is done now against before, in any words: more is met, no more is not met. */
export const thenAndNow = z.strictObject({
  use: z.literal('then-and-now'),
  decides,
  /** Activities, work, measures: what is compared. */
  topic: refs,
  /** As `about` of an evidence rule. */
  about: refs.optional(),
  /** As `of` of an evidence rule. */
  of: refs.optional(),
  /** Only in the story of one of these: the procedure that came before. */
  after: refs.optional(),
  /** Counts what is more than before, and leaves what is not to the rules. */
  gainsOnly: z.boolean().optional(),
  /** States from worst to best, each ladder a list of concepts: off work, modified duty, full duty. */
  ladders: z.array(z.array(z.string().min(1)).min(2)).optional(),
});

/**
 * What is done with a medicine against without it: done with it, or poor without it, is met; poor with
 * it, or as much without, is not met. All but `about` are the concepts that tell.
 */
export const onAndOff = z.strictObject({
  use: z.literal('on-and-off'),
  decides,
  /** Having the medicine, and being without it or before it. */
  on: refs,
  off: refs,
  /** What is done, and poor function. */
  able: refs,
  poor: refs,
  /** What is bad where it is without the medicine, and says nothing with it. */
  bad: refs,
  /** Words that make what is done poor: barely, only. */
  hardly: refs,
  /** Words that turn from without to with it: now, since then. */
  now: refs,
  /** Goals and wishes, which tell nothing. */
  wished: refs,
  /** With it or without it. */
  alike: refs,
  /** As `about` and `of` of an evidence rule; one of them is given. */
  about: refs.optional(),
  of: refs.optional(),
});
