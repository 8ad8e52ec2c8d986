import type { QuotedPassage } from '../../case/passage.ts';

/**
 * What the pictures of a case are drawn from: plain data with passages. Numbers are those the judges
 * computed; days are counted from 1970-01-01, so that they can be drawn without a calendar.
 */

/** A day to draw at, and the date as precise as it was written, ISO. */
export interface DrawnDate {
  day: number;
  date: string;
}

/** A dated sign of use of a drug. */
export interface DrawnSighting {
  /** Generic name. */
  drug: string;
  at: DrawnDate;
  /** How it counts: taken, taken since, started, taken until then. */
  kind: 'mention' | 'since' | 'started' | 'stopped' | 'request';
  passage: QuotedPassage | null;
}

/** Use of one drug within one run of its class. */
export interface DrawnUse {
  /** Generic name. */
  drug: string;
  /** Days of its first and last sign. */
  from: number;
  to: number;
  /** False for an earlier run, which a gap parts from the request. */
  counted: boolean;
  sightings: DrawnSighting[];
}

/** What a length of use was computed from. */
export interface DrawnExposure {
  /** The day of the request. */
  asOf: DrawnDate;
  /** The run that lasts up to the request: so many days at least. */
  run: { from: DrawnDate; to: DrawnDate; days: number } | null;
  uses: DrawnUse[];
  /**
   * The supply asked for. Without `stated` its directions are missing: it lasts so many days at most,
   * and the number computed does not count it.
   */
  requested: { days: number; stated: boolean; passage: QuotedPassage | null } | null;
}

/** One part of a number that is held against a limit; `high` is null where it has no upper end. */
export interface DrawnPart {
  of: 'done' | 'requested';
  low: number;
  high: number | null;
  passages: QuotedPassage[];
}

/** What a number of visits was computed from. */
export interface DrawnCount {
  parts: DrawnPart[];
  /** Some of it is not known: the sum is a least. */
  open: boolean;
}

/** Which criterion of which request a picture of a measure is of; the measure stands there. */
export interface MeasurePicture {
  request: string;
  criterion: string;
}

export type PainCondition = 'with' | 'without' | 'worst' | 'least' | 'average';

/** A pain score of ten; both ends of a range. */
export interface DrawnScore {
  low: number;
  high: number;
  /** With the medicine or after it, without or before it, or what else the words say of it. */
  condition: PainCondition | null;
  /** Null where no date governs its place. */
  at: DrawnDate | null;
  passage: QuotedPassage;
}

export type EventKind =
  | 'injury'
  | 'visit'
  | 'note'
  | 'document'
  | 'treatment'
  | 'request'
  | 'received'
  | 'decision';

/** Something dated that the case tells of. */
export interface ChronicleEvent {
  kind: EventKind;
  /** What it is, where the kind does not say: the treatment's name, the document's. */
  name: string | null;
  at: DrawnDate;
  passage: QuotedPassage;
  /** How many places tell it. */
  times: number;
}

/** The pictures of a case; an empty list or a measure without a number is no picture. */
export interface Pictures {
  /** Criteria on the length of use of a drug class. */
  exposures: MeasurePicture[];
  /** Criteria on a number of visits. */
  visits: MeasurePicture[];
  /** In the order of their dates, those without a date last. */
  pain: DrawnScore[];
  /** In the order of their dates. */
  chronicle: ChronicleEvent[];
  /** Dated events beyond the longest list. */
  chronicleLeftOut: number;
}
