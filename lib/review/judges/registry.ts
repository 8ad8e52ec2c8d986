import type { JudgeUse, Settings } from '../../guidelines/judge-use.ts';
import { judgeAge } from './age.ts';
import { judgeBetweenViews } from './change/between-views.ts';
import { judgeChangedSince } from './change/changed-since.ts';
import { judgeMeasureChange } from './change/measure-change.ts';
import { judgeOnAndOff } from './change/on-and-off.ts';
import { judgeOneRating } from './change/one-rating.ts';
import { judgePainChange } from './change/pain-change.ts';
import { judgeThenAndNow } from './change/then-and-now.ts';
import { judgeCountStated } from './counts/count-stated.ts';
import { judgeCountWithin } from './counts/count-within.ts';
import { judgeFirstCourse } from './counts/first-course.ts';
import { judgeLengthRequested } from './counts/length-requested.ts';
import { judgeOtherLevels } from './examination/other-levels.ts';
import { judgeResultOnFile } from './examination/result-on-file.ts';
import { judgeRootSigns } from './examination/root-signs.ts';
import type { Judge, JudgeContext, Judged } from './judge.ts';
import { judgeAlreadyTaking } from './medicines/already-taking.ts';
import { judgeClassExposure } from './medicines/class-exposure.ts';
import { judgeClassTaken } from './medicines/class-taken.ts';
import { judgeDailyOpioidDose } from './medicines/daily-opioid-dose.ts';
import { judgeFallingDoses } from './medicines/falling-doses.ts';
import { judgeMedicationListFreeOf } from './medicines/medication-list-free-of.ts';
import { judgeRequestFreeOf } from './medicines/request-free-of.ts';
import { judgeTestFrequency } from './medicines/test-frequency.ts';
import { judgeElapsedSince } from './procedures/elapsed-since.ts';
import { judgeEventsInPeriod } from './procedures/events-in-period.ts';
import { judgeRelief } from './relief/relief.ts';
import { judgeOwnRoutine } from './routines/own-routine.ts';
import { judgeSymptomLength } from './symptoms/symptom-length.ts';

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
