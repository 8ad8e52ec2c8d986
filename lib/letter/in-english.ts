import type { JudgedCriterion, JudgedRequest } from '../review/judgements.ts';
import type { Evidence } from '../review/review.ts';
import type { Worded } from '../saying/said.ts';

/**
 * A determination is written in the language of the record and of the rules it goes by, which is
 * English, whatever the language of the interface. So all of a draft is English: what this room
 * writes stands in its code, and what a review says comes in here in English words.
 */
export type RequestInEnglish = Worded<JudgedRequest>;
export type CriterionInEnglish = Worded<JudgedCriterion>;
export type EvidenceInEnglish = Worded<Evidence>;
