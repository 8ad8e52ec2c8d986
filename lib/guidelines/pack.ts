import { z } from 'zod';
import { says } from '../saying/said.ts';
import { companion, conceptRefs, evidenceRule } from './evidence-rule.ts';
import { type JudgeUse, judge } from './judge-use.ts';

/**
 * A criteria pack: concepts, treatments, criteria, and what one guideline edition says of them.
 * Any part may be left out: the shipped packs keep treatments (`packs/treatments`) apart from the
 * editions (`packs/guidelines`), since one question has different limits in different editions.
 */

const id = z.string().regex(/^[a-z0-9]+(?:[-:][a-z0-9]+)*$/, says('reason_form_hyphens'));
const criterionId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, says('reason_form_criterion'));
const isoDate = z.iso.date();

export const confidence = z.enum(['seen', 'to-be-verified']);

export const source = z.strictObject({
  id,
  title: z.string().min(1),
  url: z.url().optional(),
  note: z.string().optional(),
});

export const concept = z.strictObject({
  id,
  name: z.string().min(1),
  phrases: z.array(z.string().min(1)).min(1),
  slips: z.record(z.string(), z.string()).optional(),
  except: z.array(z.string().min(1)).optional(),
  /** What came of care: the sentence after may tell it, without a subject of its own. */
  outcome: z.literal(true).optional(),
});

/** By a word of the phrases, rarer words that say the same and are read as it wherever it stands. */
export const alike = z.record(z.string().min(1), z.array(z.string().regex(/^[a-z]+$/)).min(1));

/** How a request for a treatment is worded, and what it is a request for. */
export const treatment = z.strictObject({
  id,
  name: z.string().min(1),
  /** Concepts that name the treatment itself ("trigger point injection", "TPI"). */
  concepts: z.array(z.string()).optional(),
  /** Of a procedure that gives relief: what names it where its result is told ("ESI"). */
  procedureNames: z.array(z.string()).optional(),
  /** A request for a drug of one of these classes is a request for this treatment. */
  drugClasses: z.array(z.string()).optional(),
  /** Drug classes or ids that are not, although a class above matches (topical NSAID is no NSAID). */
  exceptDrugs: z.array(z.string()).optional(),
  /** What makes the item precise: all of one list. */
  precise: z.array(z.enum(['drug', 'strength', 'body-part', 'side', 'level', 'kind'])).optional(),
  /** A named study or a single injection is its own quantity. */
  quantity: z.enum(['units', 'visits', 'injections', 'own', 'rental']),
  /** Unit words of the quantity: visits, sessions. */
  units: z.array(z.string()).optional(),
  /** What was done before the request, where dates tell. */
  earlier: z
    .strictObject({
      /** The concept that says so in words; what dates tell is added to it. */
      concept: z.string(),
      /** Shorter names beside the treatment's own concepts: "injections". */
      words: conceptRefs.optional(),
      /** Words that say it was done at the visit of an earlier note: "injected today". */
      done: conceptRefs,
      /** Beside one of these it was not done: asked for, denied. */
      not: conceptRefs.optional(),
      /** Wordings that go on about it, counted a sentence or two from its name: "I had them in May". */
      goesOn: conceptRefs.optional(),
      /** Wordings that say there was none before. */
      none: conceptRefs.optional(),
      /** What came of it: "no relief from the last shots" denies the relief, not the shots. */
      outcome: conceptRefs.optional(),
    })
    .optional(),
});

/**
 * A finding of the body: what is said of the side that was asked for counts, where that is said at
 * all; what is said of another region than the one asked for does not.
 */
const bodyPlaces = z.strictObject({
  /** Concepts that name parts: muscles. */
  parts: conceptRefs.optional(),
  /**
   * Groups of concepts, one a region: neck and arm, back and leg. The first of a group names it, the
   * others are what its findings speak of. `body`: the regions that the packs know.
   */
  regions: z.union([z.array(conceptRefs), z.literal('body')]).optional(),
  /** One part with the finding will do: a muscle without it says nothing against another. */
  oneSuffices: z.boolean().optional(),
  /** Only a part that is named beside the finding, or as the label of its sentence, is its place: care, which is had for many complaints. */
  inPhrase: z.boolean().optional(),
  /** Concepts for one more of the same kind: what it lacks says nothing against the first. */
  others: z.array(z.string()).optional(),
  /** What supports must be of the part asked for: a weak wrist shows no deficit of the low back. */
  foundThere: z.boolean().optional(),
});
export type BodyPlaces = z.infer<typeof bodyPlaces>;

export const criterion = z.strictObject({
  id: criterionId,
  /** Short name for a row: "Twitch response". */
  name: z.string().min(1),
  question: z.string().regex(/\?$/, says('reason_form_question')),
  /** n/a unless one of these is found; `reason` says what was not. */
  unless: z
    .strictObject({
      any: z.array(evidenceRule),
      judge: judge.optional(),
      /** The computation must say so much; by default any answer of it will do. */
      judged: z.enum(['supports', 'opposes']).optional(),
      /** What the criterion's own computation finds makes it apply, too. */
      orFound: z.literal(true).optional(),
      /** What is asked applies all the same, and nothing in the text can bear on it. */
      otherwise: z.literal('not-documented').optional(),
      reason: z.string().min(1),
    })
    .optional(),
  /** A computation, beside the rules. */
  judge: judge.optional(),
  /** Only this answer of the computation counts: an injury of last month is too short, an old one says nothing. */
  judgeCounts: z.enum(['supports', 'opposes']).optional(),
  /** What supports it must go on: given up again it fails. It asks of now. */
  lasts: z.boolean().optional(),
  /** What was so in a time before, before the injury or long ago, is history. */
  ofNow: z.boolean().optional(),
  /**
   * A computation that reads whole sentences: where it finds no gain, what a rule took for one in the
   * same sentence does not count; where it finds a gain, likewise what opposes.
   */
  compared: judge.optional(),
  supports: z.array(evidenceRule).optional(),
  opposes: z.array(evidenceRule).optional(),
  ambiguous: z.array(evidenceRule).optional(),
  /** Too little to support it alone, yet it contradicts what opposes it: a choice on a form. */
  leaning: z.array(evidenceRule).optional(),
  /** One of many things is enough to support it: that one of them is denied says nothing of the others. */
  oneOfMany: z.boolean().optional(),
  /** No evidence of this criterion counts where one of these stands beside it. */
  without: z.array(companion).optional(),
  /** Nothing supports it where one of these stands beside it, in all its supporting rules alike. */
  supportsWithout: z.array(companion).optional(),
  /**
   * How several pieces settle it. By default both sides conflict, but where all dates are known and
   * the subject is the same the newer side holds, and what tells of now beside what tells of then.
   * `newest`: the pack vouches for one subject; `newest-or-opposes`: where dates do not tell, what
   * opposes holds.
   * `ambiguous-weakens`: support beside doubt is unclear. `any-of`: of several things one is enough,
   * so that support beside what denies the others holds, unless the denial is newer or another's.
   */
  settle: z
    .enum([
      'conflict',
      'supports-win',
      'opposes-win',
      'newest',
      'newest-or-opposes',
      'ambiguous-weakens',
      'any-of',
    ])
    .optional(),
  places: bodyPlaces.optional(),
  /** Concepts whose phrases make the search receipt; by default all of the rules above. */
  searched: z.array(z.string()).optional(),
  /** Concepts that stand near an absence: "nearest hit". */
  nearest: z.array(z.string()).optional(),
  messages: z.strictObject({
    met: z.string().optional(),
    notMet: z.string().optional(),
    conflicting: z.string().optional(),
    unclear: z.string().optional(),
    notDocumented: z.string().optional(),
    notApplicable: z.string().optional(),
  }),
  /** What would settle an open question, for the reader. */
  wouldSettle: z.string().optional(),
});

/** A limit of a standard. Ranges keep both ends; `amount` is the end a verdict is measured by. */
export const limit = z.strictObject({
  /** What is limited: days, visits, percent... */
  unit: z.string().min(1),
  amount: z.number(),
  low: z.number().optional(),
  comparison: z.enum(['at-most', 'under', 'at-least', 'over']),
  /** A second bound that goes with it: "for 6 weeks". */
  during: z.strictObject({ unit: z.string(), amount: z.number() }).optional(),
  /** Holds only for this diagnosis or drug (concept, class or drug id). */
  when: z.array(z.string()).optional(),
  /** In words, as shown: "at most 4 weeks". */
  text: z.string().min(1),
});

/** What one guideline edition says on one criterion: limits, and where it says so. */
export const standard = z.strictObject({
  criterion: criterionId,
  limits: z.array(limit).optional(),
  section: z.string().min(1),
  page: z.string().optional(),
  /** In our own words. */
  text: z.string().min(1),
  confidence,
  sources: z.array(z.string()).min(1),
});

export const guideline = z.strictObject({
  /** "MTUS Chronic Pain Medical Treatment Guidelines". */
  title: z.string().min(1),
  edition: z.string().min(1),
  shortTitle: z.string().min(1),
  /** Concepts whose phrases cite it in a letter; editions of one guideline share them. */
  namedBy: z.array(z.string()).min(1).optional(),
  /** In force by the date of request (or of service): from, to inclusive. */
  inForce: z.strictObject({
    by: z.enum(['request', 'service']),
    from: isoDate,
    to: isoDate.optional(),
  }),
  /** Governs before others in the order the rules ask: 1 first. */
  rank: z.int().positive(),
  /** Regulation, or "proprietary: pointers and thresholds only". */
  legalBasis: z.string().optional(),
});

/** A finding about the case as a whole; what it says never depends on one request. */
export const safetyRule = z.strictObject({
  id: z.string().regex(/^safety\/[a-z0-9-]+$/, says('reason_form_safety')),
  name: z.string().min(1),
  /** Raised when a medicine of each entry is in use at once. */
  together: z.array(conceptRefs).min(2).optional(),
  /** Raised when two different medicines of one of these classes are in use at once. */
  duplicate: z.array(z.string()).min(1).optional(),
  /** Raised when this criterion's judge finds a limit exceeded. */
  exceeds: criterionId.optional(),
  /** Raised when a medicine in use has a label check for the patient's age. */
  ageFrom: z.strictObject({ years: z.number(), drugs: z.array(z.string()).min(1) }).optional(),
  /** Raised when one of these is found. */
  any: z.array(evidenceRule).optional(),
  /** Not raised when one of these is found. */
  unless: z.array(evidenceRule).optional(),
  /** One plain sentence; `{names}` stands for the medicines found. */
  reason: z.string().min(1),
  sources: z.array(z.string()).min(1).optional(),
});

export const pack = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: z.string().min(1),
  version: z.string().min(1),
  jurisdiction: z.string().min(1),
  licence: z.string().min(1),
  /** Takes the place of the pack with this id: an own copy of a shipped one. */
  replaces: id.optional(),
  guideline: guideline.optional(),
  sources: z.array(source).optional(),
  concepts: z.array(concept).optional(),
  alike: alike.optional(),
  treatments: z.array(treatment).optional(),
  /** Regions of the body, each as concepts: first what names it, then what its findings speak of. */
  regions: z.array(z.array(z.string()).min(1)).optional(),
  criteria: z.array(criterion).optional(),
  standards: z.array(standard).optional(),
  safety: z.array(safetyRule).optional(),
});

export type Pack = z.infer<typeof pack>;
export type Treatment = z.infer<typeof treatment>;
export type Criterion = z.infer<typeof criterion>;
export type Standard = z.infer<typeof standard>;
export type Limit = z.infer<typeof limit>;
export type Guideline = z.infer<typeof guideline>;
export type SafetyRule = z.infer<typeof safetyRule>;
export type Source = z.infer<typeof source>;
export type { JudgeUse };
