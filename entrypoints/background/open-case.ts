import type { CaseDocument, LinkedFile, UnreadPart } from '../../lib/case/document.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { siteOf } from '../../lib/portals/site.ts';
import type { Judgement } from '../../lib/review/judgements.ts';

/** A case that is open: what was read of one claim, in whatever tabs. Plain data. */
export interface OpenCase {
  id: string;
  /** The claim as the portal's profile finds it; null while none is known. */
  claim: Claim | null;
  /** What the reviewer added by hand stays, although no claim number holds it together. */
  collected: boolean;
  documents: ReadDocument[];
  /** Counts up with every document, for its id. */
  numbered: number;
  /** The day the reviewer chose, ISO. */
  asOf: string | null;
  /** The pack the reviewer judges by instead of the one in force. */
  edition: string | null;
  marksOn: boolean;
  /** Terms searched again, newest first. */
  terms: string[];
  /** What the reviewer judged otherwise than the review did. */
  judgements: Judgement[];
  markingFault: FaultCode | null;
  /** When it was last read or looked at, in milliseconds since 1970. */
  touched: number;
}

/** A claim number means something on the site that shows it. */
export interface Claim {
  site: string;
  number: string;
}

/** A document with the place it was read at. */
export interface ReadDocument {
  document: CaseDocument;
  /** What tells its page from others of the same tab: see `lib/case/page-key.ts`. */
  page: string;
  tabId: number;
  frameId: number;
  /** The reader that can find its passages, and the revision of the text it sent. */
  reader: string;
  revision: number;
  /** False when its page is gone; the text stays as long as its case does. */
  isOpen: boolean;
  /** Lines of its text that the page showed before and does not show now. */
  away?: number;
  /** Files of its site that it links to or is. */
  files?: LinkedFile[];
  /** Its page showed another claim before: it does not outlive the page, whatever it held. */
  moved?: boolean;
}

/** A case that nothing was read of yet. `id` and `now` come in, so that this can be tested. */
export function emptyCase(id: string, now: number): OpenCase {
  return {
    id,
    claim: null,
    collected: false,
    documents: [],
    numbered: 0,
    asOf: null,
    edition: null,
    marksOn: true,
    terms: [],
    judgements: [],
    markingFault: null,
    touched: now,
  };
}

/** The claim a page shows, where its portal's profile found the number. */
export function claimOf({ url, facts }: PageText): Claim | null {
  const number = facts?.claimNumber?.trim().replace(/\s+/g, ' ') ?? '';
  const site = siteOf(url)?.host ?? '';
  return number === '' || site === '' ? null : { site, number };
}

export function isSameClaim(a: Claim | null, b: Claim | null): boolean {
  return a !== null && b !== null && a.site === b.site && a.number === b.number;
}

/** Where a text came from, and what of its parts no other reader sees to. */
export interface Arrived {
  tabId: number;
  frameId: number;
  /** Of the page around it, as `keyOf` of `lib/case/page-key.ts` gives it. */
  page: string;
  unread: readonly UnreadPart[];
}

/** The text of a page, a frame or a file as a document. */
export function readDocument(id: string, text: PageText, arrived: Arrived): ReadDocument {
  const { url, title, heading, reader, revision, document, facts, away, files } = text;
  const { unread, ...place } = arrived;
  const isTop = place.frameId === 0;
  return {
    document: {
      id,
      // A frame seldom has a title; what stands at its head names it as well.
      name: title.trim() || heading || (siteOf(url)?.host ?? 'Untitled page'),
      text: text.text,
      origin: document?.origin ?? { kind: isTop ? 'page' : 'frame', url },
      pages: document?.pages ?? [
        { number: 1, start: 0, end: text.text.length, readable: text.text !== '' },
      ],
      ...(facts ? { facts } : {}),
      ...(document?.uncertain ? { uncertain: document.uncertain } : {}),
      ...(unread.length > 0 ? { unread: [...unread] } : {}),
    },
    ...place,
    reader,
    revision,
    isOpen: true,
    ...(away ? { away } : {}),
    ...(files && files.length > 0 ? { files } : {}),
  };
}
