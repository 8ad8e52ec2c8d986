import { z } from 'zod';
import {
  betweenViews,
  changedSince,
  measureChange,
  onAndOff,
  oneRating,
  painChange,
  thenAndNow,
} from './judges/change.ts';
import { countStated, countWithin, firstCourse, lengthRequested } from './judges/counts.ts';
import {
  age,
  elapsedSince,
  eventsInPeriod,
  otherLevels,
  ownRoutine,
  relief,
  resultOnFile,
  rootSigns,
  symptomLength,
} from './judges/findings.ts';
import {
  alreadyTaking,
  classExposure,
  classTaken,
  dailyOpioidDose,
  fallingDoses,
  medicationListFreeOf,
  requestFreeOf,
  testFrequency,
} from './judges/medicines.ts';

/**
 * The computations a criterion can ask for, with their settings. Each is one file of
 * `lib/review/judges`; limits come from the standards of the criterion, never from here.
 *
 * A concept reference is what `find` takes: a concept id, `class:opioid`, `drug:<id>`, `requested`,
 * `requested-class`, or a list of these.
 */
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
