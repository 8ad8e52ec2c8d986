/** Settings of the computations of findings, complaints, procedures and routines. */
import { z } from 'zod';
import { decides, refs } from './references.ts';

/** Relief after an earlier procedure: percent, and how long. Limits in percent with `during`. */
export const relief = z.strictObject({
  use: z.literal('relief'),
  decides,
  /** The procedure. */
  after: refs,
  /** Concepts that say relief without a number ("helped"): unclear. */
  vague: refs.optional(),
  /** Concepts that say in the same sentence that there was none: not met. */
  none: refs.optional(),
  /** Another account that names one of these is of something else: a medicine, a course of therapy. */
  notOf: refs.optional(),
});

/** Time from the last procedure to the request. Limits in days, weeks or months. */
export const elapsedSince = z.strictObject({
  use: z.literal('elapsed-since'),
  decides,
  event: refs,
});

/** How long a complaint has lasted: stated, or from the injury date while it continues. */
export const symptomLength = z.strictObject({
  use: z.literal('symptom-length'),
  decides,
  complaint: refs,
  /** The complaints whose length is asked about: where theirs is stated, older ones of another kind are beside it. */
  foremost: refs.optional(),
  /** What else lasts for years: another illness, a marriage, a job. A length behind it is its own. */
  other: refs.optional(),
  /** Concepts that name the date of injury or onset ("DOI", "date of injury"). */
  injury: refs.optional(),
  /** Concepts that say that a complaint began; a date of their sentence is the day: "In May the foot went numb". */
  begun: refs.optional(),
  /** Care of the complaint: where nothing says its length, it is as old as its first dated care. */
  care: refs.optional(),
});

/**
 * How many of a procedure fall into one period before the request, the one asked for included.
 * Limits have `during`. One without a date and without a number cannot tell.
 */
export const eventsInPeriod = z.strictObject({
  use: z.literal('events-in-period'),
  decides,
  event: refs,
});

/** Whether what was done at levels of the spine was done at a level that is asked for. */
export const otherLevels = z.strictObject({
  use: z.literal('other-levels'),
  decides,
  done: refs,
});

/** The patient's age against a limit in years (met when the limit's comparison holds). */
export const age = z.strictObject({ use: z.literal('age'), decides });

/** What a test for drugs looks for, and how it is said to be found or not. */
const analytes = z.strictObject({
  /** By substance, what it leaves to be found; by class of medicine, where the name tells no more; of no medicine. */
  leaves: z.record(z.string(), z.string()),
  ofClasses: z.record(z.string(), z.string()),
  ofNone: z.string(),
  /** Words that say it was found or not, behind what they are of, or ahead of it. */
  found: z.strictObject({ behind: refs, ahead: refs }),
  absent: z.strictObject({ behind: refs, ahead: refs }),
});

/**
 * Whether a dated result of a test is on file, and what it says. The newest result counts:
 * `agrees` met, `disagrees` not met, `open` (sent, pending) or no word unclear.
 */
export const resultOnFile = z.strictObject({
  use: z.literal('result-on-file'),
  decides,
  test: refs,
  /** Words that stand for a test named just before: the last one. */
  again: refs.optional(),
  /** Findings that are a test's where their sentence names none: "3/1/16: tramadol present". */
  findings: refs.optional(),
  agrees: refs.optional(),
  disagrees: refs.optional(),
  open: refs.optional(),
  /** What was found, and of which medicines it comes. */
  analytes: analytes.optional(),
  /** Words that stand for a date: today. With them, a result without a date is unclear. */
  dated: refs.optional(),
});

/** Whether what is to be done on one's own is done: done is met, not done not met, now and then unclear. */
export const ownRoutine = z.strictObject({
  use: z.literal('own-routine'),
  decides,
  /** Names of it: home exercise, stretching. */
  of: refs,
});

/** Strength, touch and reflexes of roots where they are written as values: "C7 4/5", a table by level. */
export const rootSigns = z.strictObject({
  use: z.literal('root-signs'),
  decides,
  /** Whether a loss meets the criterion; all normal, in two ways at least, says the contrary. */
  lossMeets: z.boolean(),
  /** Names of the three tests. */
  strength: refs,
  touch: refs,
  reflexes: refs,
  /** Roots and muscles that are tested. */
  parts: refs,
  normal: refs,
  abnormal: refs,
});
