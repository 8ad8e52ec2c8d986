import type { LinkedFile, UnreadPart } from '../case/document.ts';
import type { Fault } from '../case/fault.ts';
import type { Judgement } from '../review/judgements.ts';
import type { Review } from '../review/review.ts';
import type { Words } from '../saying/said.ts';
import type { OpenCaseName } from './protocol.ts';

/** What the panel of one window shows: the active tab, its site, and the case that is open there. */
export interface ActiveReview {
  windowId: number;
  tab: { id: number; title: string } | null;
  site: SiteState | null;
  case: CaseState | null;
  /** What is wrong whatever the case: packs left out, settings that could not be read. */
  faults: Fault[];
  /** Where a click in the page asked the panel to go; the panel takes it once per `number`. */
  target: (ReviewTarget & { number: number }) | null;
}

export interface SiteState {
  /** As shown: `claims.northgate.example`. */
  host: string;
  /** For `permissions.request({ origins: [pattern] })`, which needs a click in the asking page. */
  pattern: string;
  /** `forbidden`: by the organisation. `impossible`: browser pages, extension pages, files. */
  access: 'granted' | 'not-granted' | 'forbidden' | 'impossible';
  /** The organisation lists it as one of its portals. */
  isListed?: boolean;
}

export interface CaseState {
  /** Changes when the tab shows another case; drafts and choices are kept by it. */
  id: string;
  name: string;
  claimNumber: string | null;
  /** `reading` until a first text came; `reviewing` while a changed text is judged. */
  status: 'reading' | 'reviewing' | 'ready';
  /** Counts up with every text or setting that was judged. */
  revision: number;
  documents: DocumentState[];
  /** The day the editions are chosen by, and whether the reviewer chose it. */
  asOf: { date: string; source: Words; chosen: boolean } | null;
  /** The pack the reviewer judges by; null where the date chooses. */
  edition: string | null;
  review: Review | null;
  /** Whether the marks of this tab are switched on. */
  marksOn: boolean;
  /** PDF files its pages link to or are, which the reader can open. */
  files?: LinkedFile[];
  /** What the reviewer judged otherwise, in the order it was judged. */
  judgements: Judgement[];
  /** Terms the reviewer searched again, newest first. */
  searches: TermSearch[];
  /** Other cases that are open in tabs. */
  others: OpenCaseName[];
  faults: Fault[];
}

/** A document of the case, without its text. */
export interface DocumentState {
  id: string;
  name: string;
  host: string;
  characters: number;
  pages: number;
  pagesRead: number;
  unread: UnreadPart[];
  /** Lines that were shown before and are not now: scrolled out of a list, or folded away. */
  away?: number;
  /** In the tab the panel shows, in another one, or kept from a page that is closed. */
  where: 'here' | 'other-tab' | 'closed';
}

/** A search of the case for a term of the reviewer's, and for other wordings of what it means. */
export interface TermSearch {
  term: string;
  synonyms: string[];
  /** At most the first hundred places, each with some text around it. */
  hits: TermHit[];
  /** All of them. */
  found: number;
}

export interface TermHit {
  document: string;
  start: number;
  end: number;
  quote: string;
  before: string;
  after: string;
}

/** A place in the review: a request, one of its criteria, and whether its receipt is to be open. */
export interface ReviewTarget {
  /** `RequestReview.id`; absent for safety findings and form checks. */
  request?: string;
  criterion?: string;
  receipt?: boolean;
}
