import type { JudgeUse, Settings } from '../../guidelines/judge-use.ts';
import { judgeAge } from './age.ts';
import { judgeAlreadyTaking } from './already-taking.ts';
import { judgeBetweenViews } from './between-views.ts';
import { judgeChangedSince } from './changed-since.ts';
import { judgeClassExposure } from './class-exposure.ts';
import { judgeClassTaken } from './class-taken.ts';
import { judgeCountStated } from './count-stated.ts';
import { judgeCountWithin } from './count-within.ts';
import { judgeDailyOpioidDose } from './daily-opioid-dose.ts';
import { judgeElapsedSince } from './elapsed-since.ts';
import { judgeEventsInPeriod } from './events-in-period.ts';
import { judgeFallingDoses } from './falling-doses.ts';
import { judgeFirstCourse } from './first-course.ts';
import type { Judge, JudgeContext, Judged } from './judge.ts';
import { judgeLengthRequested } from './length-requested.ts';
import { judgeMeasureChange } from './measure-change.ts';
import { judgeMedicationListFreeOf } from './medication-list-free-of.ts';
import { judgeOnAndOff } from './on-and-off.ts';
import { judgeOneRating } from './one-rating.ts';
import { judgeOtherLevels } from './other-levels.ts';
import { judgeOwnRoutine } from './own-routine.ts';
import { judgePainChange } from './pain-change.ts';
import { judgeRelief } from './relief.ts';
import { judgeRequestFreeOf } from './request-free-of.ts';
import { judgeResultOnFile } from './result-on-file.ts';
import { judgeRootSigns } from './root-signs.ts';
import { judgeSymptomLength } from './symptom-length.ts';
import { judgeTestFrequency } from './test-frequency.ts';
import { judgeThenAndNow } from './then-and-now.ts';

/** Every computation that a pack can name. */
const JUDGES: { [Name in JudgeUse['use']]: Judge<Settings<Name>> } = {
  age: judgeAge,
  'already-taking': judgeAlreadyTaking,
  'class-exposure': judgeClassExposure,
  'class-taken': judgeClassTaken,
  'count-stated': judgeCountStated,
  'count-within': judgeCountWithin,
  'daily-opioid-dose': judgeDailyOpioidDose,
  'elapsed-since': judgeElapsedSince,
  'events-in-period': judgeEventsInPeriod,
  'falling-doses': judgeFallingDoses,
  'first-course': judgeFirstCourse,
  'length-requested': judgeLengthRequested,
  'medication-list-free-of': judgeMedicationListFreeOf,
  'measure-change': judgeMeasureChange,
  'on-and-off': judgeOnAndOff,
  'one-rating': judgeOneRating,
  'other-levels': judgeOtherLevels,
  'own-routine': judgeOwnRoutine,
  'pain-change': judgePainChange,
  relief: judgeRelief,
  'request-free-of': judgeRequestFreeOf,
  'result-on-file': judgeResultOnFile,
  'root-signs': judgeRootSigns,
  'symptom-length': judgeSymptomLength,
  'test-frequency': judgeTestFrequency,
  'then-and-now': judgeThenAndNow,
  'between-views': judgeBetweenViews,
  'changed-since': judgeChangedSince,
};

/** Runs the computation that the settings name. */
export function runJudge(use: JudgeUse, context: JudgeContext): Judged {
  // the settings of a name are those of its computation, which the compiler cannot follow
  const judge = JUDGES[use.use] as Judge<JudgeUse>;
  return judge(use, context);
}
