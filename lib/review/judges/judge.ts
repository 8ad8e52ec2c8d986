import type { StandardsInOrder } from '../../guidelines/editions.ts';
import type { DateValue } from '../../language/mention.ts';
import type { Words } from '../../saying/said.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { Evidence, Measure } from '../review.ts';

/** What a computation may look at. */
export interface JudgeContext {
  index: CaseIndex;
  /** The request that is judged; absent for a finding about the case as a whole. */
  request?: FoundRequest;
  /** All requests of the case. */
  requests: readonly FoundRequest[];
  /** The date the case is judged as of. */
  asOf: DateValue;
  /** The pack that the reviewer judges by, where it speaks to the criterion. */
  edition?: string | undefined;
  /** What the editions say on the criterion. */
  standards: StandardsInOrder;
}

/**
 * What a computation found. The roles of its evidence are its answer: supports, opposes, or
 * ambiguous where it cannot tell; no evidence means that nothing bears on it.
 */
export interface Judged {
  evidence: Evidence[];
  measure?: Measure;
  /** One plain sentence with the number first. */
  reason?: Words;
  /** Its evidence are accounts of one past event: the newer does not supersede the older. */
  ofOneEvent?: boolean;
  /** What opposes counts only where nothing supports. */
  yields?: boolean;
  /** What opposes counts only where no rule supports: a normal table beside a positive stretch test. */
  yieldsToRules?: boolean;
}

export const NOTHING: Judged = { evidence: [] };

/** One computation: generic, with all it has to know in its settings and in the standards. */
export type Judge<Settings> = (settings: Settings, context: JudgeContext) => Judged;
