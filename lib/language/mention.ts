/**
 * What the language finds in a text: mentions of concepts, values, and the sentences and
 * sections they stand in. Plain data; offsets are UTF-16 code units into the text as read.
 */
import type { Said } from '../saying/said.ts';
import type { Mentions } from './mentions.ts';

export type Presence = 'affirmed' | 'negated' | 'possible' | 'conditional';
export type Time = 'current' | 'past' | 'planned';
export type Subject = 'patient' | 'other';
/** Who speaks: the record of care, a guideline that is quoted, or a reviewer's claim about the record. */
export type Voice = 'record' | 'guideline' | 'reviewer';

/**
 * How a mention is meant. `conditional` holds for hypotheticals, instructions and questions of a
 * form that has no answer; a plan ("will start home exercise") is affirmed with time `planned`.
 */
export interface Assertion {
  presence: Presence;
  time: Time;
  subject: Subject;
  voice: Voice;
  /** What decided it, in order of weight; empty where nothing did (affirmed, current, patient, record). */
  because: Reason[];
}

/** One cue that set one axis of an assertion: "negated by 'denies', 3 words before". */
export interface Reason {
  axis: 'presence' | 'time' | 'subject' | 'voice';
  /** What kind of thing decided. */
  by: 'cue' | 'section' | 'form' | 'voice';
  /** The words of the cue, or the section's title. */
  words: string;
  start: number;
  end: number;
  /** Words between cue and mention; negative when the cue follows it. Absent for sections. */
  distance?: number;
  /** It denies the whole statement and not a word of it: "it is not true that ...", "...? No." */
  whole?: true;
}

/** A concept at a place. */
export interface Mention {
  /** A concept id of a pack, `drug:<id>` for a drug, `class:<id>` never occurs here (see classesOf). */
  concept: string;
  start: number;
  end: number;
  /** The phrase of the vocabulary that matched. */
  phrase: string;
  /** Set when the text holds a scan or dictation slip: what was understood. */
  slip?: string;
  /** Index into `Reading.sentences`. */
  sentence: number;
  assertion: Assertion;
}

export interface Sentence {
  start: number;
  end: number;
  /** Index into `Reading.sections`. */
  section: number;
  /** Index of the paragraph, counted through the text. */
  paragraph: number;
  /** True for a bullet, numbered item, table row or `label: value` line. */
  item: boolean;
}

export type SectionKind =
  | 'heading'
  | 'request'
  | 'plan'
  | 'subjective'
  | 'history'
  | 'family-history'
  | 'medications'
  | 'exam'
  | 'tests'
  | 'diagnosis'
  | 'treatment-to-date'
  | 'work-status'
  | 'decision'
  | 'guideline'
  | 'claims-administrator-guideline'
  | 'rationale'
  | 'case-summary'
  | 'correspondence'
  | 'other';

export interface Section {
  kind: SectionKind;
  /** The heading as written; empty for text before the first heading. */
  title: string;
  start: number;
  end: number;
  /** The date that governs the section (a dated note), when one is written. */
  date?: DateValue;
}

/**
 * A calendar date with its precision; `month` 1-12. A date written without its year has `year` 0
 * until it is settled (`settleDates`); settled readings hold none.
 */
export interface DateValue {
  year: number;
  month?: number;
  day?: number;
  /** How many months it spans, where it is a season's: "last summer". */
  months?: number;
}

export type Operator = 'exactly' | 'over' | 'at-least' | 'under' | 'at-most' | 'about';

/** Both ends of a written range; equal ends for a single number. */
export interface Range {
  low: number;
  high: number;
}

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export type Value =
  | { kind: 'date'; date: DateValue }
  | { kind: 'duration'; amount: Range; unit: TimeUnit; days: Range; operator: Operator }
  /** "3 weeks ago", "since 2010": the span from then to the date of the text. */
  | { kind: 'since'; from?: DateValue; ago?: { amount: Range; unit: TimeUnit; days: Range } }
  | { kind: 'score'; amount: Range; outOf: 10; qualifier?: ScoreQualifier }
  /** `of` is what it measures, where a word beside it says so; `lasted` how long or until when it held. */
  | { kind: 'percent'; amount: Range; operator: Operator; of?: PercentOf; lasted?: Lasted }
  /** A number of visits, sessions, injections, tablets..., with the schedule it was computed from. */
  | {
      kind: 'count';
      amount: Range;
      of?: number;
      unit: string;
      operator: Operator;
      /** What became of them, or how they stand to others: "10 attended", "6 more", "18 total". */
      standing?: CountStanding;
      schedule?: { perWeek: Range; weeks: Range };
    }
  /** `atMost`: the words set a limit ("max 8/day"), on units or on times. */
  | { kind: 'frequency'; perDay: Range; asNeeded: boolean; atMost?: 'units' | 'times' }
  /** Units taken at one time: "1-2 tabs". */
  | { kind: 'take'; amount: Range; unit?: string }
  | { kind: 'dose'; amount: Range; unit: string; second?: number }
  | { kind: 'quantity'; amount: number; unit?: string; stated: boolean }
  | { kind: 'refills'; amount: number }
  | { kind: 'supply'; days: number }
  | {
      kind: 'level';
      region: 'cervical' | 'thoracic' | 'lumbar' | 'sacral';
      from: string;
      to?: string;
    }
  | { kind: 'side'; side: 'left' | 'right' | 'bilateral' }
  | { kind: 'age'; years: number }
  | { kind: 'opioid-dose'; amount: Range; unit: 'mg/day' }
  | { kind: 'number'; amount: Range };

export type PercentOf =
  | 'pain'
  | 'function'
  | 'motion'
  | 'strength'
  | 'medication'
  | 'sleep'
  | 'spasm'
  | 'numbness'
  | 'overall';

/** A span with its operator, or the date until which something held. */
export interface Lasted {
  days?: Range;
  operator?: Operator;
  until?: DateValue;
}

export type CountStanding = 'attended' | 'missed' | 'authorized' | 'more' | 'total';

export type ScoreQualifier =
  | 'with-medication'
  | 'without-medication'
  | 'least'
  | 'average'
  | 'worst'
  | 'before'
  | 'after'
  | 'current';

export interface ValueMention {
  value: Value;
  start: number;
  end: number;
  sentence: number;
  /** How it is meant, as for a mention in its place. */
  assertion?: Assertion;
  /** Set when a number holds a scan slip: what was understood ("#30" of "#3O"). */
  slip?: string;
}

/**
 * A dose that is brought down: in written steps, by a share of it at a time, or over a span.
 * `days` from its start to its end; `dose` in milligrams a day, least and most of the steps.
 */
export interface Taper {
  days: Range;
  dose?: Range;
  /** Units that the steps take in all. */
  units?: number;
  /** Percent of the starting dose, and days from one cut to the next. */
  share?: { percent: number; everyDays: number };
  working: Said;
  start: number;
  end: number;
}

/** A drug as a text states it at one place, with what can be computed from it. */
export interface MedicationStatement {
  /** Id in the drug lexicon. */
  drug: string;
  /** Index into `Reading.mentions` of the drug's name. */
  mention: number;
  /** Whole statement: name to the last of its parts. */
  start: number;
  end: number;
  sentence: number;
  strength?: { amount: number; unit: string; second?: number; start: number; end: number };
  /** Units taken at one time; absent when not written (one is assumed). */
  take?: Range;
  /** Grams of a topical at one time. */
  grams?: Range;
  frequency?: { perDay: Range; asNeeded: boolean; start: number; end: number };
  /** Units a day where more than units by times says it: "2 in am 1 in pm", "max 8/day". */
  unitsADay?: { amount: Range; working: Said };
  /** How the dose is brought down. */
  taper?: Taper;
  quantity?: { amount: number; unit?: string; start: number; end: number };
  /** The text says that the quantity is open ("unspecified quantity", "#__", "TBD"). */
  quantityOpen?: { start: number; end: number };
  refills?: { amount: number; start: number; end: number };
  /** `disagreeing` are the days that the text states, where they are not those of the quantity. */
  supply?: { units?: number; days?: Range; disagreeing?: number };
  /** Milligrams (or micrograms an hour for a patch) of the active substance a day. */
  dailyDose?: { amount: Range; unit: string; working: Said };
  /** The nearest date that governs the statement: its own, else its section's. */
  date?: DateValue;
}

/** The result of reading one text. Mentions and values are sorted by start; mentions are made when asked for. */
export interface Reading {
  text: string;
  sentences: Sentence[];
  sections: Section[];
  mentions: Mentions;
  values: ValueMention[];
  medications: MedicationStatement[];
  /** How the words at a place are meant, whatever they are; undefined where no token stands. */
  assertionOf(place: { start: number; end: number }): Assertion | undefined;
}
