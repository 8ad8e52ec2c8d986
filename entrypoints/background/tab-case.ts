import type { CaseDocument, UnreadPart } from '../../lib/case/document.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { siteOf } from '../../lib/portals/site.ts';

/** The case that is open in a tab. Plain data: it outlives a stop of the worker. */
export interface TabCase {
  id: string;
  tabId: number;
  /** What tells this case from the next one in the same tab. */
  key: string;
  documents: ReadDocument[];
  /** The day the reviewer chose, ISO. */
  asOf: string | null;
  /** The pack the reviewer judges by instead of the one in force. */
  edition: string | null;
  marksOn: boolean;
  /** Terms searched again, newest first. */
  terms: string[];
  markingFault: FaultCode | null;
}

/** A document with the reader that can find its passages in the page. */
export interface ReadDocument {
  document: CaseDocument;
  frameId: number;
  reader: string;
  revision: number;
}

/** A page that has sent nothing yet. */
export function emptyCase(tabId: number): TabCase {
  return {
    id: crypto.randomUUID(),
    tabId,
    key: '',
    documents: [],
    asOf: null,
    edition: null,
    marksOn: true,
    terms: [],
    markingFault: null,
  };
}

/**
 * Another address or another heading is another case: what the reviewer chose for one must not
 * reach the next. An anchor within a page is no other address; a route behind `#/` is.
 */
export function keyOf({ url, heading }: Pick<PageText, 'url' | 'heading'>): string {
  const [address = '', anchor = ''] = url.split('#');
  const route = anchor.startsWith('/') || anchor.startsWith('!') ? `#${anchor}` : '';
  return `${address}${route}\n${heading}`;
}

/** The text of a frame as a document; `unread` keeps what no other reader sees to. */
export function readDocument(
  tabId: number,
  frameId: number,
  page: PageText,
  unread: UnreadPart[],
): ReadDocument {
  const { text, url, title, heading, reader, revision } = page;
  return {
    document: {
      id: `page-${tabId}-${frameId}`,
      // A frame seldom has a title; what stands at its head names it as well.
      name: title.trim() || heading || (siteOf(url)?.host ?? 'Untitled page'),
      text,
      origin: { kind: frameId === 0 ? 'page' : 'frame', url },
      pages: [{ number: 1, start: 0, end: text.length, readable: text !== '' }],
      ...(unread.length > 0 ? { unread } : {}),
    },
    frameId,
    reader,
    revision,
  };
}
