import { keyOf } from '../../lib/case/page-key.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import {
  type Arrived,
  type Claim,
  claimOf,
  emptyCase,
  isSameClaim,
  type OpenCase,
  type ReadDocument,
  readDocument,
} from './open-case.ts';

/** What a tab shows: one page of one case. */
export interface TabView {
  tabId: number;
  caseId: string;
  page: string;
}

/** Where a text was read. */
export interface ReadAt {
  tabId: number;
  frameId: number;
  unread: Arrived['unread'];
  /** The case a file was opened for. */
  caseId?: string | undefined;
}

/**
 * The open cases and which tab shows which. A tab shows one case; a case is shown by any number of
 * tabs. Everything here is immediate and touches nothing outside, so that no two texts that arrive
 * together can be put into the wrong case.
 */
export class Desk {
  readonly cases = new Map<string, OpenCase>();
  readonly tabs = new Map<number, TabView>();
  /** Ids of cases that changed or went, and tabs that did, since they were last kept. */
  readonly changedCases = new Set<string>();
  readonly changedTabs = new Set<number>();
  private readonly newId: () => string;

  constructor(newId: () => string = () => crypto.randomUUID()) {
    this.newId = newId;
  }

  caseOf(tabId: number): OpenCase | undefined {
    const view = this.tabs.get(tabId);
    return view && this.cases.get(view.caseId);
  }

  /** Tabs that show a case. */
  tabsOf(caseId: string): number[] {
    return [...this.tabs.values()].flatMap((view) => (view.caseId === caseId ? [view.tabId] : []));
  }

  /** A page was read. Returns its case, and the frames of its tab that have to be asked again. */
  readPage(text: PageText, at: ReadAt, now: number): { openCase: OpenCase; askAgain: number[] } {
    const { tabId } = at;
    const page = keyOf(text);
    const before = this.caseOf(tabId);
    const shown = this.tabs.get(tabId)?.page;
    // A frame may come before its page: then it is known of the tab that it shows something.
    const isSamePage = shown === page || shown === '';
    const old = before?.documents.filter((one) => one.tabId === tabId && one.isOpen) ?? [];
    const top = old.find(({ frameId }) => frameId === 0);
    const target = this.chosenCase(at) ?? this.caseFor(claimOf(text), before, isSamePage, now);
    const staysHere =
      target.id === before?.id && isSamePage && (top === undefined || top.reader === text.reader);
    const isMoved = isSamePage && before !== undefined && target.id !== before.id;
    if (isMoved) this.takeOut(before, (one) => one.tabId === tabId && one.isOpen);
    if (!staysHere) this.leavePage(tabId, target.id);
    this.setTab({ tabId, caseId: target.id, page });
    // The frames of a page that is read once more are read once more as well.
    this.takeOut(target, (one) => one.tabId === tabId && one.page === page && isOldFrame(one));
    const openCase = this.place(target.id, text, { ...at, page }, now, isMoved);
    return { openCase, askAgain: staysHere ? [] : framesOf(old) };
  }

  /** A frame was read; it may come before the page around it does. */
  readFrame(text: PageText, at: ReadAt, now: number): OpenCase {
    const view = this.tabs.get(at.tabId) ?? { tabId: at.tabId, caseId: '', page: '' };
    const known = this.cases.get(view.caseId) ?? this.put(emptyCase(this.newId(), now));
    this.setTab({ ...view, caseId: known.id });
    return this.place(known.id, text, { ...at, page: view.page }, now, false);
  }

  /** Changes what the reviewer chose for a case. */
  change(caseId: string, changed: Partial<OpenCase>): OpenCase | undefined {
    const known = this.cases.get(caseId);
    return known && this.put({ ...known, ...changed });
  }

  /**
   * The page of a tab goes to another open case, by the reviewer's hand: both are reviewed
   * together from now on, also after the tab has gone on to another page.
   */
  addTo(tabId: number, caseId: string, now: number): OpenCase | undefined {
    const from = this.caseOf(tabId);
    const to = this.cases.get(caseId);
    const view = this.tabs.get(tabId);
    if (!from || !to || !view || from.id === to.id) return to;
    const moved = from.documents.filter((one) => one.tabId === tabId && one.isOpen);
    this.put({ ...from, documents: from.documents.filter((one) => !moved.includes(one)) });
    this.setTab({ ...view, caseId });
    let { numbered } = to;
    const renumbered = moved.map((one) => {
      numbered += 1;
      return { ...one, document: { ...one.document, id: documentId(numbered) } };
    });
    const documents = [...to.documents, ...renumbered];
    const joined = this.put({ ...to, documents, numbered, collected: true, touched: now });
    this.dropIfLeft(from.id);
    return joined;
  }

  /** Leaves a document out of a case. One of another open page is that tab's own case again. */
  leaveOut(caseId: string, documentId: string): ReadDocument | undefined {
    const known = this.cases.get(caseId);
    const left = known?.documents.find(({ document }) => document.id === documentId);
    if (!known || !left) return undefined;
    const isOut = (one: ReadDocument) =>
      one === left || (left.isOpen && one.tabId === left.tabId && one.isOpen);
    this.put({ ...known, documents: known.documents.filter((one) => !isOut(one)) });
    if (left.isOpen) this.removeTab(left.tabId);
    return left;
  }

  /** The page of a tab is gone or loads anew; its documents stay where their case is kept. */
  closePage(tabId: number): void {
    const known = this.caseOf(tabId);
    if (!known) return;
    const documents = known.documents.flatMap((one) => {
      if (one.tabId !== tabId || !one.isOpen) return [one];
      return isKept(known) && !one.moved ? [{ ...one, isOpen: false }] : [];
    });
    this.put({ ...known, documents });
  }

  /** The tab was closed, or shows something that is not read. A case that no tab shows goes with it. */
  closeTab(tabId: number): string | undefined {
    const caseId = this.tabs.get(tabId)?.caseId;
    this.closePage(tabId);
    this.removeTab(tabId);
    if (caseId !== undefined && this.tabsOf(caseId).length === 0) this.drop(caseId);
    return caseId;
  }

  /** Forgets a case and everything read of it. Returns the tabs that showed it. */
  drop(caseId: string): number[] {
    const tabs = this.tabsOf(caseId);
    for (const tabId of tabs) this.removeTab(tabId);
    this.cases.delete(caseId);
    this.changedCases.add(caseId);
    return tabs;
  }

  /**
   * Cases nobody read or looked at for so long, both in milliseconds since 1970. One that was
   * touched later than now was so before the clock was set back: its time begins anew.
   */
  idleFor(idleTime: number, now: number): string[] {
    const idle: string[] = [];
    for (const openCase of [...this.cases.values()]) {
      if (openCase.touched > now) this.put({ ...openCase, touched: now });
      else if (now - openCase.touched > idleTime) idle.push(openCase.id);
    }
    return idle;
  }

  /** The case the reviewer opened a file for. */
  private chosenCase({ caseId }: ReadAt): OpenCase | undefined {
    const chosen = caseId === undefined ? undefined : this.cases.get(caseId);
    return chosen && this.put({ ...chosen, collected: true });
  }

  /** The case of a claim is the one already open for it; without a claim each page is its own. */
  private caseFor(
    claim: Claim | null,
    before: OpenCase | undefined,
    isSamePage: boolean,
    now: number,
  ): OpenCase {
    const open = [...this.cases.values()].find((known) => isSameClaim(known.claim, claim));
    if (open) return open;
    if (before && isSamePage) {
      // A number that is hidden for a moment is no other claim; one may come later than the text.
      if (claim === null) return before;
      if (before.claim === null) return this.put({ ...before, claim });
    }
    const marksOn = before?.marksOn ?? true;
    return this.put({ ...emptyCase(this.newId(), now), claim, marksOn });
  }

  /** The tab goes on from its page, to another one of the same case or of the case `to`. */
  private leavePage(tabId: number, to: string): void {
    const left = this.caseOf(tabId)?.id;
    this.closePage(tabId);
    if (left === undefined || left === to) return;
    this.removeTab(tabId);
    this.dropIfLeft(left);
  }

  private takeOut({ id }: OpenCase, isOut: (one: ReadDocument) => boolean): void {
    const known = this.cases.get(id);
    if (!known?.documents.some(isOut)) return;
    this.put({ ...known, documents: known.documents.filter((one) => !isOut(one)) });
  }

  /** Puts a text into its case, in the place of the one that was read there before. */
  private place(
    caseId: string,
    text: PageText,
    arrived: Arrived,
    now: number,
    isMoved: boolean,
  ): OpenCase {
    const openCase = this.cases.get(caseId) as OpenCase;
    const { tabId, frameId, page } = arrived;
    const isHere = (one: ReadDocument) =>
      one.tabId === tabId && one.frameId === frameId && (one.isOpen || one.page === page);
    const before = openCase.documents.find(isHere);
    const numbered = openCase.numbered + (before ? 0 : 1);
    const read = readDocument(before?.document.id ?? documentId(numbered), text, arrived);
    if (isMoved || before?.moved) read.moved = true;
    const others = openCase.documents.filter((one) => !isHere(one));
    // Frames that came before their page are of that page.
    const named = others.map((one) =>
      one.tabId === tabId && one.page === '' && frameId === 0 ? { ...one, page } : one,
    );
    const documents = inReadingOrder([...named, read]);
    return this.put({ ...openCase, documents, numbered, touched: now });
  }

  private dropIfLeft(caseId: string): void {
    const known = this.cases.get(caseId);
    if (!known || this.tabsOf(caseId).length > 0) return;
    if (!isKept(known) || known.documents.length === 0) this.drop(caseId);
  }

  private put(openCase: OpenCase): OpenCase {
    this.cases.set(openCase.id, openCase);
    this.changedCases.add(openCase.id);
    return openCase;
  }

  private setTab(view: TabView): void {
    this.tabs.set(view.tabId, view);
    this.changedTabs.add(view.tabId);
  }

  private removeTab(tabId: number): void {
    this.tabs.delete(tabId);
    this.changedTabs.add(tabId);
  }
}

function documentId(number: number): string {
  return `document-${number}`;
}

/** Whether documents stay although their pages are gone. */
function isKept({ claim, collected }: OpenCase): boolean {
  return claim !== null || collected;
}

function isOldFrame({ frameId, isOpen }: ReadDocument): boolean {
  return frameId !== 0 && !isOpen;
}

function framesOf(documents: readonly ReadDocument[]): number[] {
  return documents.flatMap(({ frameId }) => (frameId === 0 ? [] : [frameId]));
}

/** Pages as they were first read, each before its frames. */
function inReadingOrder(documents: readonly ReadDocument[]): ReadDocument[] {
  const pageOf = ({ tabId, page }: ReadDocument) => `${tabId} ${page}`;
  const firsts = new Map<string, number>();
  for (const one of documents) {
    const number = Number(one.document.id.slice('document-'.length));
    firsts.set(pageOf(one), Math.min(firsts.get(pageOf(one)) ?? number, number));
  }
  const first = (one: ReadDocument) => firsts.get(pageOf(one)) ?? 0;
  return [...documents].sort((a, b) => first(a) - first(b) || a.frameId - b.frameId);
}
