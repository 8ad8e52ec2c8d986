import { browser } from 'wxt/browser';
import type { LinkedFile } from '../../lib/case/document.ts';
import type { Fault } from '../../lib/case/fault.ts';
import type {
  ActiveReview,
  CaseState,
  DocumentState,
  SiteState,
  TermSearch,
} from '../../lib/messaging/active-review.ts';
import { isGranted } from '../../lib/portals/grants.ts';
import { policyInForce } from '../../lib/portals/managed.ts';
import { siteOf } from '../../lib/portals/site.ts';
import { isListed, isPermitted } from '../../lib/preferences/policy.ts';
import { isUndated } from '../../lib/review/as-of.ts';
import type { Review } from '../../lib/review/review.ts';
import { synonymsOf } from '../../lib/review/synonyms.ts';
import type { CaseStore } from './case-store.ts';
import type { OpenCase, ReadDocument } from './open-case.ts';
import { openCases } from './open-cases.ts';
import type { PanelTargets } from './panel-targets.ts';
import { isReader } from './reader-tabs.ts';
import type { Judged, Reviewer } from './reviewer.ts';
import { settingsSoFar } from './settings.ts';
import { searchTerm } from './term-search.ts';

/** What the panel of a window shows now. */
export async function activeReview(
  windowId: number,
  store: CaseStore,
  reviewer: Reviewer,
  targets: PanelTargets,
): Promise<ActiveReview> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  const faults = settingsSoFar()?.faults ?? [];
  if (tab?.id === undefined) {
    return { windowId, tab: null, site: null, case: null, faults, target: null };
  }
  const site = await siteState(tab.url);
  const openCase = site.access === 'granted' ? store.desk.caseOf(tab.id) : undefined;
  return {
    windowId,
    tab: { id: tab.id, title: tab.title ?? '' },
    site,
    case:
      site.access === 'granted'
        ? caseState(tab.id, tab.title ?? '', openCase, reviewer.of(openCase?.id ?? ''), store)
        : null,
    faults,
    target: targets.of(tab.id),
  };
}

/** An address the browser does not tell is that of a site the reviewer has not allowed. */
async function siteState(address: string | undefined): Promise<SiteState> {
  if (isReader(address)) return { host: '', pattern: '', access: 'granted' };
  const site = siteOf(address);
  if (!site) {
    const isUnknown = address === undefined || address === '';
    return { host: '', pattern: '', access: isUnknown ? 'not-granted' : 'impossible' };
  }
  const { policy } = await policyInForce();
  const access = !isPermitted(address ?? '', policy)
    ? 'forbidden'
    : (await isGranted(address))
      ? 'granted'
      : 'not-granted';
  return { ...site, access, isListed: isListed(address ?? '', policy) };
}

function caseState(
  tabId: number,
  title: string,
  openCase: OpenCase | undefined,
  judged: Judged,
  store: CaseStore,
): CaseState {
  const documents = openCase?.documents ?? [];
  // Where there is no text nothing was looked for: no word of it may say that nothing was found.
  const review = hasNoText(documents) ? null : judged.review;
  return {
    id: openCase?.id ?? `tab-${tabId}`,
    name: documents[0]?.document.name ?? title,
    claimNumber: openCase?.claim?.number ?? null,
    status: documents.length === 0 ? 'reading' : isJudged(judged) ? 'ready' : 'reviewing',
    revision: judged.revision,
    documents: documents.map((read) => documentState(read, tabId)),
    asOf: review && asOfState(review, openCase),
    edition: openCase?.edition ?? null,
    review,
    marksOn: openCase?.marksOn ?? true,
    files: filesOf(documents),
    judgements: openCase?.judgements ?? [],
    searches: searchesOf(openCase),
    others: openCases(store).filter(({ id }) => id !== openCase?.id),
    faults: faultsOf(openCase, judged, store),
  };
}

/** What the reviewer searched again, in the text as it is now. */
function searchesOf(openCase: OpenCase | undefined): TermSearch[] {
  const rulebook = settingsSoFar()?.rulebook;
  return (openCase?.terms ?? []).flatMap((term) =>
    openCase ? searchTerm(term, openCase, rulebook ? synonymsOf(term, rulebook) : []) : [],
  );
}

/** Each file once, those of pages that are open. */
function filesOf(documents: readonly ReadDocument[]): LinkedFile[] {
  const files = documents.flatMap((read) => (read.isOpen ? (read.files ?? []) : []));
  return [...new Map(files.map((file) => [file.url, file])).values()];
}

function isJudged({ isRunning, revision }: Judged): boolean {
  return !isRunning && revision > 0;
}

/** Where the text gives no date there is none to show. */
function asOfState(review: Review, openCase: OpenCase | undefined): CaseState['asOf'] {
  if (isUndated(review)) return null;
  return {
    date: review.asOf,
    source: review.asOfSource,
    chosen: (openCase?.asOf ?? null) !== null,
  };
}

function documentState(read: ReadDocument, tabId: number): DocumentState {
  const { id, name, text, pages, origin, unread = [] } = read.document;
  return {
    id,
    name,
    host: 'url' in origin ? (siteOf(origin.url)?.host ?? '') : '',
    characters: text.length,
    pages: pages.length,
    pagesRead: pages.filter(({ readable }) => readable).length,
    unread,
    ...(read.away ? { away: read.away } : {}),
    where: !read.isOpen ? 'closed' : read.tabId === tabId ? 'here' : 'other-tab',
  };
}

function hasNoText(documents: readonly ReadDocument[]): boolean {
  return documents.length > 0 && documents.every(({ document }) => document.text === '');
}

function faultsOf(openCase: OpenCase | undefined, { fault }: Judged, store: CaseStore): Fault[] {
  const faults: Fault[] = [];
  if (hasNoText(openCase?.documents ?? [])) faults.push({ code: 'CG-101' });
  if (fault) faults.push({ code: fault });
  if (openCase?.markingFault) faults.push({ code: openCase.markingFault });
  if (openCase && store.isTooLarge(openCase.id)) faults.push({ code: 'CG-503' });
  return faults;
}
