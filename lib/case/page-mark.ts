/** What a marked passage means. The lines, colours and glyphs of these five are one set everywhere. */
export type Meaning = 'supports' | 'opposes' | 'ambiguous' | 'missing' | 'request';

export const meanings: readonly Meaning[] = [
  'supports',
  'opposes',
  'ambiguous',
  'missing',
  'request',
];

/** What a marked passage is: the first line of its card says it in words. */
export const markKinds = [
  'request',
  'supports',
  'opposes',
  'ambiguous',
  /** Says that something is missing. */
  'claim',
  /** Where one would look for what was not found. */
  'not-found',
  /** Concerns the patient's safety. */
  'safety',
  /** Concerns the request form. */
  'form',
] as const;

export type MarkKind = (typeof markKinds)[number];

/** A passage of one text to be marked, with what its card says. */
export interface PageMark {
  start: number;
  end: number;
  meaning: Meaning;
  kind: MarkKind;
  /** Places in the list of requests it belongs to, from one; none where it concerns the whole case. */
  requests: number[];
  /** What it bears on: the criterion's question, the request's label; empty where `list` says it. */
  about: string;
  why?: string;
  /** What is to be said beside: the request is not listed, or `why` is of the nearest hit. */
  note?: 'unlisted' | 'nearest';
  /** ISO, as precise as known; null where the passage has none; absent where a date says nothing. */
  date?: string | null;
  /** Where the passage has none: the date of its document, ISO. */
  documentDate?: string;
  /** Where "Show in panel" leads. */
  target: MarkTarget;
  /** Several things of one kind, each with its own place in the review: what was not found. */
  list?: { words: string; target: MarkTarget }[];
}

/** A place in the review. */
export interface MarkTarget {
  request?: string;
  criterion?: string;
  receipt?: boolean;
}

/** The colours of the five meanings on a light and on a dark ground, as `#rrggbb`. */
export interface MarkColours {
  light: Record<Meaning, string>;
  dark: Record<Meaning, string>;
}
