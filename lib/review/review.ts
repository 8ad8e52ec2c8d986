import type { QuotedPassage } from '../case/passage.ts';
import type { Words } from '../saying/said.ts';
import type { DrawnCount, DrawnExposure, Pictures } from './pictures/picture.ts';

/** The result of a review: plain data, as the command line prints it and the panel shows it. */

export type Verdict =
  | 'met'
  | 'not-met'
  | 'conflicting'
  | 'unclear'
  | 'not-documented'
  | 'not-applicable';

export type EvidenceRole = 'supports' | 'opposes' | 'ambiguous' | 'claim' | 'history';

export interface Evidence extends QuotedPassage {
  role: EvidenceRole;
  /** Why it counts, and how it was read: "negated by 'no', 1 word before". */
  why?: Words;
  /** Date that governs the passage, ISO, as precise as written: 2015-06-17, 2015-06. */
  date?: string;
  /** Where no date governs it: that of its document, ISO. It is shown and nothing is judged by it. */
  documentDate?: string;
  /** Words of it that text recognition was not sure of, with how sure it was. */
  uncertain?: Words;
  /** What was understood where the text holds a slip. */
  slip?: string;
}

/** What a search for an absence was worth. */
export interface SearchReceipt {
  /** Phrases searched, in words. */
  terms: Words[];
  /** Names of documents searched with the pages read. */
  documents: { id: string; name: string; pages: number; pagesRead: number }[];
  unreadablePages: { document: string; page: number }[];
  nearest: (QuotedPassage & { why: Words }) | null;
}

export interface Citation {
  pack: string;
  guideline: string;
  edition: string;
  section: string;
  page: string | null;
  inForce: { from: string; to: string | null };
  text: string;
  confidence: 'seen' | 'to-be-verified';
  sources: { title: string; url?: string }[];
  /** Whether the verdict is judged by this edition: in force on the date, or the reviewer's choice. */
  governs: boolean;
}

/** A computed number with its working, measured against the limit of one guideline. */
export interface Measure {
  /** "At least 56 days (17 Jun to 12 Aug 2015)". */
  text: Words;
  working: Words[];
  amount?: number;
  unit?: string;
  limits: { pack: string; text: string; amount: number; unit: string; within: boolean | null }[];
  /** What it was computed from, where a picture can be drawn of it. */
  exposure?: DrawnExposure;
  count?: DrawnCount;
}

export interface CriterionReview {
  id: string;
  name: string;
  question: string;
  verdict: Verdict;
  /** One plain sentence: the finding first, then how it is known. */
  reason: Words;
  evidence: Evidence[];
  /** Present with every `not-documented`. */
  receipt: SearchReceipt | null;
  /** The governing citation; the others that speak to the criterion follow in `alsoCited`. */
  citation: Citation | null;
  alsoCited: Citation[];
  measure?: Measure;
  wouldSettle?: string;
  /** Set when the criterion could not be judged: the stable code of the fault. */
  fault?: string;
}

export interface RequestDetails {
  drug: string | null;
  strength: string | null;
  quantity: string | null;
  refills: number | null;
  directions: string | null;
  daysSupply: number | null;
  visits: number | null;
  bodyPart: string | null;
  side: string | null;
  level: string | null;
}

export interface RequestReview {
  /** Stable within the review: treatment and place in the list. */
  id: string;
  treatment: string;
  label: string;
  /** False for a request that the text mentions but does not list. */
  listed: boolean;
  passages: QuotedPassage[];
  details: RequestDetails;
  criteria: CriterionReview[];
}

export interface Finding {
  id: string;
  reason: Words;
  evidence: Evidence[];
}

export interface FormCheck extends Finding {
  verdict: Verdict;
  /** Present when the verdict is `not-documented`. */
  receipt: SearchReceipt | null;
}

export interface ReviewedDocument {
  id: string;
  name: string;
  characters: number;
  unreadablePages: number[];
  /** The document's own date, ISO, where it shows one. */
  date: string | null;
}

export interface Review {
  /** The date the editions are chosen by, ISO, and how it was found. */
  asOf: string;
  asOfSource: Words;
  documents: ReviewedDocument[];
  requests: RequestReview[];
  safety: Finding[];
  rfa: FormCheck[];
  letter: Finding[];
  /** What can be drawn of the case; absent where that failed. */
  pictures?: Pictures;
}
