import type { CaseDocument } from '../../case/document.ts';
import type { QuotedPassage } from '../../case/passage.ts';
import type { Treatment } from '../../guidelines/pack.ts';
import type { DrugEntry } from '../../language/drug.ts';
import type { DateValue, Range, Reading, Value } from '../../language/mention.ts';
import type { PortalDates } from '../portal-dates.ts';
import type { RequestDetails } from '../review.ts';

/** A document with what the language found in it. */
export interface ReadDocument {
  document: CaseDocument;
  reading: Reading;
  /** Dates its portal shows beside the text. */
  shown?: PortalDates;
}

/** What can be asked for, by id: the treatments of all enabled packs and the drug lexicon. A rulebook is one. */
export interface RequestCatalogue {
  treatments: ReadonlyMap<string, Treatment>;
  drugs: ReadonlyMap<string, DrugEntry>;
}

/** One line item: a treatment that a text asks for, wherever it says so. */
export interface FoundRequest {
  /** Treatment id of the contract: `trigger-point-injection`. */
  treatment: string;
  /** The words of the line item as written. */
  label: string;
  /** False for a request that the text mentions but does not list. */
  listed: boolean;
  /** The line item first, then the other places that state the same request. */
  passages: QuotedPassage[];
  details: RequestDetails;
  parts: RequestParts;
  /** The nearest date that governs the request, when one is written. */
  date?: DateValue;
  /** Absent for a treatment that is no drug. */
  drug?: RequestedDrug;
}

export interface RequestedDrug {
  /** Id in the drug lexicon. */
  id: string;
  classes: readonly string[];
  /** Active substances: two drugs that share one are the same active drug. */
  substances: readonly string[];
}

/** A part of the request with the place that states it. */
export interface StatedPart<T> {
  value: T;
  passage: QuotedPassage;
}

/**
 * What the passages say, part by part, in the order of the passages: two entries that differ are
 * two statements that disagree.
 */
export interface RequestParts {
  strengths: StatedPart<{ amount: number; unit: string; second?: number }>[];
  quantities: StatedPart<number>[];
  /** Places that leave the quantity open: "unspecified quantity", "TBD", a blank. */
  openQuantities: QuotedPassage[];
  refills: StatedPart<number>[];
  frequencies: StatedPart<{ perDay: Range; asNeeded: boolean }>[];
  /** Units taken at one time. */
  takes: StatedPart<Range>[];
  /** Days that what is asked for lasts, its refills included. */
  supplies: StatedPart<Range>[];
  /** Visits, sessions, injections, days of rental; the working says how they were computed. */
  counts: StatedPart<Extract<Value, { kind: 'count' }>>[];
  sides: StatedPart<'left' | 'right' | 'bilateral'>[];
  levels: StatedPart<Extract<Value, { kind: 'level' }>>[];
  /** Body part concepts (`body-part-...`). */
  bodyParts: StatedPart<string>[];
  /** Days of the line item's supply, its refills included. */
  requestedDays?: Range;
}
