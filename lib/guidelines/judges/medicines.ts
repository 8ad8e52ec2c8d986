/** Settings of the computations of the medicines that are taken. */
import { z } from 'zod';
import { decides, refs } from './references.ts';

/**
 * How long drugs of a class have been taken, requested supply included, across different drugs.
 * Limits in days or weeks.
 */
export const classExposure = z.strictObject({
  use: z.literal('class-exposure'),
  decides,
  /** Drug classes that count as one; by default the drug classes of the request's treatment. */
  classes: z.array(z.string()).optional(),
  /** Runs apart by more than so many days are two; by default a refill period of 30 days. */
  gapDays: z.int().positive().optional(),
  /** Concepts that say that a drug beside them was started there; else a first mention is no start. */
  started: refs.optional(),
  /** Concepts that tie a date of their sentence to a drug: "first appears in the report of". */
  seen: refs.optional(),
  /** Units that are taken a day at most: a supply without directions lasts so long at least. */
  mostPerDay: z.number().positive().optional(),
});

/** Morphine milligram equivalents a day of all opioids. Limits in `mg/day`. */
export const dailyOpioidDose = z.strictObject({
  use: z.literal('daily-opioid-dose'),
  decides,
  /** Conversion table of the drug lexicon; by default the first that has the factor. */
  table: z.string().optional(),
  /** The table for requests before a day: the factors that were published then. */
  earlier: z.strictObject({ table: z.string(), before: z.iso.date() }).optional(),
  /** The criterion whose limits count, where it is not the own one. */
  limitsOf: z.string().optional(),
});

/**
 * Whether a class is absent from the current medicines: a list without it is met, one of it
 * anywhere is not met, no list is not documented.
 */
export const medicationListFreeOf = z.strictObject({
  use: z.literal('medication-list-free-of'),
  decides,
  classes: z.array(z.string()).min(1),
  /** Whether "no opioids" in one place stands against an opioid in another. */
  weighsDenials: z.boolean().optional(),
});

/**
 * Whether a medicine of these classes is taken now: in use is met, stopped or said not to be taken
 * is not met, named among earlier treatment is unclear.
 */
export const classTaken = z.strictObject({
  use: z.literal('class-taken'),
  decides,
  classes: z.array(z.string()).min(1),
});

/** Whether what is asked for names one of these things: named is not met, else it is met. */
export const requestFreeOf = z.strictObject({
  use: z.literal('request-free-of'),
  decides,
  of: refs,
  /** What leaves open what it holds, where nothing else is named: unclear. */
  open: refs.optional(),
});

/**
 * Whether the number of tests fits the rated risk: tests of the last year and those asked for
 * against so many a year.
 */
export const testFrequency = z.strictObject({
  use: z.literal('test-frequency'),
  decides,
  test: refs,
  /** Ratings of risk, with the tests a year that each calls for. */
  risks: z.array(z.strictObject({ rated: refs, aYear: z.number().positive() })).min(1),
  /** Words on how often tests are done, with the tests a year that they come to. */
  rates: z.array(z.strictObject({ said: refs, aYear: z.number().positive() })).optional(),
});

/** Whether an opioid is brought down in steps: the same amount, smaller each time, with the time of each. */
export const fallingDoses = z.strictObject({
  use: z.literal('falling-doses'),
  decides,
  /** Words for the time of a step, and numbers that are a step's and no amount: "week 2". */
  times: refs,
  labels: refs,
  /** Words that it ends there: "then stop". */
  ends: refs,
  /** Words that make it something else: tablets that are left, a plan that was declined. */
  without: refs,
});

/** Whether the requested drug, or one of its class, was taken before this request. */
export const alreadyTaking = z.strictObject({
  use: z.literal('already-taking'),
  decides,
  /** By default the drug asked for; with classes, any drug of one. */
  classes: z.array(z.string()).optional(),
});
