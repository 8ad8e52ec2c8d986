/** What a marked passage means. The lines, colours and glyphs of these five are one set everywhere. */
export type Meaning = 'supports' | 'opposes' | 'ambiguous' | 'missing' | 'request';

export const meanings: readonly Meaning[] = [
  'supports',
  'opposes',
  'ambiguous',
  'missing',
  'request',
];

/** A passage of one text to be marked, with what its card says. */
export interface PageMark {
  start: number;
  end: number;
  meaning: Meaning;
  /** First line, in the meaning's colour: "Supports", "Request 2". */
  kind: string;
  /** What it bears on: the criterion's question, the request's label. */
  about: string;
  why?: string;
  /** Whose it is and from when: "7 Oct 2014 · request 2". */
  source?: string;
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
