import { z } from 'zod';

/**
 * What counts as evidence for a criterion, as data: which concept or value, how asserted, and
 * what must or must not stand beside it. Rules are read by `lib/review/evidence`.
 */

/**
 * A concept id of any enabled pack, or one of
 * `class:opioid` (a drug of the class), `drug:<id>`, `requested` (the treatment or drug the
 * request is about), `requested-class` (a drug of the request's class).
 */
const conceptRef = z.string().min(1);
export const conceptRefs = z.union([conceptRef, z.array(conceptRef).min(1)]);

const presence = z.enum(['affirmed', 'negated', 'possible', 'conditional']);
const time = z.enum(['current', 'past', 'planned']);
const voice = z.enum(['record', 'guideline', 'reviewer']);
const sectionKinds = z.array(z.string().min(1)).min(1);

/** Where the companions of a finding are looked for. */
export const scope = z.enum([
  'phrase',
  'clause',
  'sentence',
  'neighbours',
  'paragraph',
  'section',
  'document',
]);
export type Scope = z.infer<typeof scope>;

/** A value in the same scope: `{ kind: 'percent', atLeast: 50 }`. Durations compare in days. */
export const valueTest = z.strictObject({
  kind: z.enum([
    'date',
    'duration',
    'since',
    'score',
    'percent',
    'count',
    'frequency',
    'dose',
    'quantity',
    'level',
    'side',
    'age',
    'opioid-dose',
    'number',
  ]),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  over: z.number().optional(),
  under: z.number().optional(),
  unit: z.union([z.string(), z.array(z.string())]).optional(),
});
export type ValueTest = z.infer<typeof valueTest>;

const howAsserted = {
  presence: z.array(presence).optional(),
  time: z.array(time).optional(),
  voice: z.array(voice).optional(),
};

/** Something that must stand beside the finding: concepts (any of) or a value. */
export const companion = z.union([
  conceptRef,
  z.array(conceptRef).min(1),
  z.strictObject({ find: conceptRefs, ...howAsserted, within: scope.optional() }),
  z.strictObject({ value: valueTest, within: scope.optional() }),
]);
export type Companion = z.infer<typeof companion>;

/**
 * One kind of evidence. Unless stated: presence affirmed, time current or past, subject the
 * patient, voice the record, scope the sentence.
 */
export const evidenceRule = z.strictObject({
  find: conceptRefs,
  ...howAsserted,
  subject: z.enum(['patient', 'any']).optional(),
  sections: sectionKinds.optional(),
  notSections: sectionKinds.optional(),
  /** All of these must be found within the scope. */
  with: z.array(companion).optional(),
  /** None of these may be found within the scope. */
  without: z.array(companion).optional(),
  within: scope.optional(),
  /**
   * Where the statement names a drug, it must be one of these: relief from another says nothing. With
   * `requested`, where a course of care is asked for: what it goes on about is no other such course.
   */
  about: conceptRefs.optional(),
  /** The statement must be of one of these drugs: it names it, or goes on about it. */
  of: conceptRefs.optional(),
  /** Counts also on the form of a request, which holds facts beside what is asked for. */
  inRequests: z.boolean().optional(),
  /** Counts only outside the words of the request itself: what was had, not what is asked for. */
  outsideRequest: z.boolean().optional(),
  /** At most so many words between the finding and each companion. */
  near: z.int().positive().optional(),
  /**
   * How many days before the request it was: by the date beside it, else that of its note where a
   * newer note follows. Without a date it counts, unless it must be `dated`.
   */
  ago: z
    .strictObject({
      atMost: z.int().positive().optional(),
      atLeast: z.int().positive().optional(),
      dated: z.boolean().optional(),
    })
    .optional(),
  /** Counts only when this many different passages are found. */
  atLeast: z.int().positive().optional(),
  /** Counts only where nothing stronger is found: a normal examination beside a numb hand. */
  weak: z.boolean().optional(),
  /** Gives way to what supports: one measure that stayed the same beside one that rose. */
  yields: z.boolean().optional(),
  /** What opposes so holds whatever supports: relief, and no less medicine. */
  decisive: z.boolean().optional(),
  /** Denied as a whole it is told all the same: "side effects? No" says that they were asked about. */
  answered: z.boolean().optional(),
  /** Why it counts, in one plain sentence shown beside the quote. */
  why: z.string().optional(),
});
export type EvidenceRule = z.infer<typeof evidenceRule>;
