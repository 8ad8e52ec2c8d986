import { browser } from 'wxt/browser';
import type { Fault } from '../../lib/case/fault.ts';
import type {
  ActiveReview,
  CaseState,
  DocumentState,
  SiteState,
} from '../../lib/messaging/active-review.ts';
import { isGranted } from '../../lib/portals/grants.ts';
import { siteOf } from '../../lib/portals/site.ts';
import type { Review } from '../../lib/review/review.ts';
import type { CaseStore } from './case-store.ts';
import type { PanelTargets } from './panel-targets.ts';
import type { Judged, Reviewer } from './reviewer.ts';
import { settingsSoFar } from './settings.ts';
import type { TabCase } from './tab-case.ts';
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
  const tabCase = site.access === 'granted' ? store.get(tab.id) : undefined;
  return {
    windowId,
    tab: { id: tab.id, title: tab.title ?? '' },
    site,
    case:
      site.access === 'granted'
        ? caseState(tab.id, tab.title ?? '', tabCase, reviewer.of(tab.id), store)
        : null,
    faults,
    target: targets.of(tab.id),
  };
}

/** An address the browser does not tell is that of a site the reviewer has not allowed. */
async function siteState(address: string | undefined): Promise<SiteState> {
  const site = siteOf(address);
  if (!site) {
    const isUnknown = address === undefined || address === '';
    return { host: '', pattern: '', access: isUnknown ? 'not-granted' : 'impossible' };
  }
  return { ...site, access: (await isGranted(address)) ? 'granted' : 'not-granted' };
}

function caseState(
  tabId: number,
  title: string,
  tabCase: TabCase | undefined,
  judged: Judged,
  store: CaseStore,
): CaseState {
  const { review } = judged;
  const documents = tabCase?.documents ?? [];
  return {
    id: tabCase?.id ?? `tab-${tabId}`,
    name: documents[0]?.document.name ?? title,
    claimNumber: null,
    status: documents.length === 0 ? 'reading' : isJudged(judged) ? 'ready' : 'reviewing',
    revision: judged.revision,
    documents: documents.map(({ document }) => documentState(document)),
    asOf: review && asOfState(review, tabCase),
    edition: tabCase?.edition ?? null,
    review,
    marksOn: tabCase?.marksOn ?? true,
    searches: tabCase ? tabCase.terms.map((term) => searchTerm(term, tabCase)) : [],
    faults: faultsOf(tabId, tabCase, judged, store),
  };
}

function isJudged({ isRunning, revision }: Judged): boolean {
  return !isRunning && revision > 0;
}

/** Where the text gives no date there is none to show. */
function asOfState({ asOf, asOfSource }: Review, tabCase: TabCase | undefined): CaseState['asOf'] {
  if (asOfSource === 'no date found') return null;
  return { date: asOf, source: asOfSource, chosen: (tabCase?.asOf ?? null) !== null };
}

function documentState(document: TabCase['documents'][number]['document']): DocumentState {
  const { id, name, text, pages, origin, unread = [] } = document;
  return {
    id,
    name,
    host: 'url' in origin ? (siteOf(origin.url)?.host ?? '') : '',
    characters: text.length,
    pages: pages.length,
    pagesRead: pages.filter(({ readable }) => readable).length,
    unread,
  };
}

function faultsOf(
  tabId: number,
  tabCase: TabCase | undefined,
  { fault }: Judged,
  store: CaseStore,
): Fault[] {
  const faults: Fault[] = [];
  const texts = tabCase?.documents.map(({ document }) => document.text) ?? [];
  if (texts.length > 0 && texts.every((text) => text === '')) faults.push({ code: 'CG-101' });
  if (fault) faults.push({ code: fault });
  if (tabCase?.markingFault) faults.push({ code: tabCase.markingFault });
  if (store.isTooLarge(tabId)) faults.push({ code: 'CG-503' });
  return faults;
}
