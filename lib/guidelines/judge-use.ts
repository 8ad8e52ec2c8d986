import { z } from 'zod';

/**
 * The computations a criterion can ask for, with their settings. Each is one file of
 * `lib/review/judges`; limits come from the standards of the criterion, never from here.
 *
 * A concept reference is what `find` takes: a concept id, `class:opioid`, `drug:<id>`, `requested`,
 * `requested-class`, or a list of these.
 */

const refs = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** True: where the computation has an answer it stands, and the rules only add passages. */
const decides = z.boolean().optional();

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

/**
 * How many of a procedure fall into one period before the request, the one asked for included.
 * Limits have `during`. One without a date and without a number cannot tell.
 */
export const eventsInPeriod = z.strictObject({
  use: z.literal('events-in-period'),
  decides,
  event: refs,
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

/** Whether what was done at levels of the spine was done at a level that is asked for. */
export const otherLevels = z.strictObject({
  use: z.literal('other-levels'),
  decides,
  done: refs,
});

/** Whether one of these grades is given, from the lowest up; grades that differ stand against each other. */
export const oneRating = z.strictObject({
  use: z.literal('one-rating'),
  decides,
  grades: z.array(refs).min(2),
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

/** Whether the requested drug, or one of its class, was taken before this request. */
export const alreadyTaking = z.strictObject({
  use: z.literal('already-taking'),
  decides,
  /** By default the drug asked for; with classes, any drug of one. */
  classes: z.array(z.string()).optional(),
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

export const judge = z.discriminatedUnion('use', [
  measureChange,
  classExposure,
  dailyOpioidDose,
  painChange,
  relief,
  elapsedSince,
  symptomLength,
  countWithin,
  countStated,
  medicationListFreeOf,
  classTaken,
  requestFreeOf,
  otherLevels,
  testFrequency,
  oneRating,
  age,
  resultOnFile,
  fallingDoses,
  betweenViews,
  alreadyTaking,
  firstCourse,
  lengthRequested,
  eventsInPeriod,
  thenAndNow,
  changedSince,
  onAndOff,
  ownRoutine,
  rootSigns,
]);

export type JudgeUse = z.infer<typeof judge>;
/** The settings of one computation. */
export type Settings<Name extends JudgeUse['use']> = Extract<JudgeUse, { use: Name }>;
