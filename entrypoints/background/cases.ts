import { browser } from 'wxt/browser';
import type { UnreadPart } from '../../lib/case/document.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import { askPage } from '../../lib/messaging/sending.ts';
import { isGranted } from '../../lib/portals/grants.ts';
import { type Judgement, withJudgement } from '../../lib/review/judgements.ts';
import { synonymsOf } from '../../lib/review/synonyms.ts';
import { showBadge } from './badge.ts';
import { CaseStore } from './case-store.ts';
import type { Desk } from './desk.ts';
import { sendMarks } from './marks-out.ts';
import type { OpenCase, ReadDocument } from './open-case.ts';
import { PanelTargets } from './panel-targets.ts';
import { Reviewer } from './reviewer.ts';
import { settings } from './settings.ts';
import { searchTerm } from './term-search.ts';

const mostTerms = 20;

/** The open cases: takes texts in, has them judged, and sends out what was found. */
export class Cases {
  readonly store = new CaseStore();
  readonly targets = new PanelTargets();
  readonly reviewer = new Reviewer(
    (caseId) => this.desk.cases.get(caseId),
    (openCase) => this.onJudged(openCase),
  );
  private readonly onChange: (tabId: number) => Promise<void>;

  constructor(onChange: (tabId: number) => Promise<void>) {
    this.onChange = onChange;
  }

  get desk(): Desk {
    return this.store.desk;
  }

  /** A page, frame or file was read. Resolves when it was judged, so that a page does not run ahead. */
  async take(tabId: number, frameId: number, text: PageText): Promise<Result<null>> {
    const [unread] = await Promise.all([unreadable(text.unread), this.store.restored]);
    const at = { tabId, frameId, unread, caseId: text.document?.caseId ?? undefined };
    const before = this.desk.caseOf(tabId)?.id;
    let openCase: OpenCase;
    if (frameId === 0) {
      const read = this.desk.readPage(text, at, Date.now());
      openCase = read.openCase;
      for (const frame of read.askAgain) void this.ask(tabId, frame, 'readAgain');
    } else {
      openCase = this.desk.readFrame(text, at, Date.now());
    }
    const saved = this.store.save();
    if (before !== undefined && before !== openCase.id) await this.onLeft(before, tabId);
    // Judging a large text takes seconds: what was read is told meanwhile, between its steps.
    void this.onChange(tabId);
    await Promise.all([saved, this.reviewer.review(openCase.id)]);
    return success(null);
  }

  /** Judges a case again when a woken worker has its texts, but no review. */
  async wake(tabId: number): Promise<void> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    if (!openCase || openCase.documents.length === 0) {
      await this.ask(tabId, 0, 'readAgain');
      return;
    }
    this.desk.change(openCase.id, { touched: Date.now() });
    await this.store.save();
    const { revision, isRunning } = this.reviewer.of(openCase.id);
    if (revision === 0 && !isRunning) await this.reviewer.review(openCase.id);
  }

  /** Somebody works on the tab's case, so that it is not idle. */
  lookAt(tabId: number): Promise<Result<null>> {
    return this.change(tabId, {});
  }

  async setAsOf(tabId: number, asOf: string | null): Promise<Result<null>> {
    if (asOf !== null && !isDay(asOf)) return failure('CG-204');
    return this.changeAndJudge(tabId, { asOf });
  }

  /** Judges by the edition of a pack; `null` goes back to the one in force on the date. */
  async setEdition(tabId: number, edition: string | null): Promise<Result<null>> {
    const { rulebook } = await settings();
    if (edition !== null && !rulebook.packs.some(({ id }) => id === edition)) {
      return failure('CG-205');
    }
    return this.changeAndJudge(tabId, { edition });
  }

  /** A judgement of the reviewer's own is kept with the case, through every later review of it. */
  async judge(tabId: number, judgement: Judgement, isOn: boolean): Promise<Result<null>> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    if (!openCase) return failure('CG-405');
    const judgements = withJudgement(openCase.judgements ?? [], judgement, isOn);
    this.desk.change(openCase.id, { judgements, touched: Date.now() });
    await this.store.save();
    for (const tab of this.desk.tabsOf(openCase.id)) void this.onChange(tab);
    return success(null);
  }

  async setMarks(tabId: number, marksOn: boolean): Promise<Result<null>> {
    const changed = await this.change(tabId, { marksOn });
    const openCase = this.desk.caseOf(tabId);
    if (changed.ok && openCase) await this.onJudged(openCase);
    return changed;
  }

  async setMarkingFault(tabId: number, markingFault: FaultCode | null): Promise<Result<null>> {
    const changed = await this.change(tabId, { markingFault });
    void this.onChange(tabId);
    return changed;
  }

  async search(tabId: number, term: string): Promise<Result<TermSearch>> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    if (!openCase) return failure('CG-405');
    const terms = [term, ...openCase.terms.filter((other) => other !== term)].slice(0, mostTerms);
    await this.change(tabId, { terms });
    void this.onChange(tabId);
    const { rulebook } = await settings();
    return success(searchTerm(term, openCase, synonymsOf(term, rulebook)));
  }

  /** Scrolls to a passage, in whichever tab its document is open. */
  async showPassage(tabId: number, { document, start, end }: Passage): Promise<Result<null>> {
    await this.store.restored;
    const read = this.desk.caseOf(tabId)?.documents.find((one) => one.document.id === document);
    if (!read) return failure('CG-407');
    if (!read.isOpen) return failure('CG-408');
    const { frameId, reader, revision } = read;
    if (read.tabId !== tabId) await browser.tabs.update(read.tabId, { active: true });
    return askPage({ tabId: read.tabId, frameId }, 'showPassage', { reader, revision, start, end });
  }

  /** The page of a tab goes to another open case, by the reviewer's hand. */
  async addToCase(tabId: number, caseId: string): Promise<Result<null>> {
    await this.store.restored;
    const before = this.desk.caseOf(tabId)?.id;
    const joined = this.desk.addTo(tabId, caseId, Date.now());
    if (!joined) return failure('CG-405');
    await this.store.save();
    if (before !== undefined && before !== caseId) await this.onLeft(before, tabId);
    await this.reviewer.review(caseId);
    return success(null);
  }

  /** Leaves a document out of the tab's case; one that is open elsewhere is a case of its own again. */
  async leaveOut(tabId: number, document: string): Promise<Result<null>> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    const left = openCase && this.desk.leaveOut(openCase.id, document);
    if (!openCase || !left) return failure('CG-405');
    await this.store.save();
    if (left.isOpen) await this.ask(left.tabId, 0, 'readAgain');
    await this.reviewer.review(openCase.id);
    return success(null);
  }

  /** Forgets everything read of the tab's case; what its tabs show now begins a new one. */
  async newCase(tabId: number): Promise<Result<null>> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    if (!openCase) return failure('CG-405');
    const tabs = await this.forget(openCase.id);
    await Promise.all(tabs.map((tab) => this.ask(tab, 0, 'readAgain')));
    return success(null);
  }

  /** Forgets cases that nobody looked at for so long, in milliseconds. Returns how many. */
  async forgetIdle(idleTime: number, now: number): Promise<number> {
    await this.store.restored;
    const idle = this.desk.idleFor(idleTime, now);
    for (const caseId of idle) await this.forget(caseId);
    await this.store.save();
    return idle.length;
  }

  /** Everything is deleted: no case stays, in memory or in session storage. */
  async forgetAll(): Promise<void> {
    await this.store.restored;
    for (const caseId of [...this.desk.cases.keys()]) await this.forget(caseId);
  }

  /**
   * The tab loads something. Where the page itself goes on (a route of a single page) its reader
   * answers and sends what it shows now; otherwise the page is gone, and its review with it.
   */
  async leave(tabId: number): Promise<void> {
    const answer = await this.ask(tabId, 0, 'readAgain');
    const openCase = this.desk.caseOf(tabId);
    if (answer.ok || !openCase) return;
    this.desk.closePage(tabId);
    await this.store.save();
    if (this.desk.cases.get(openCase.id)?.documents.length === 0) this.reviewer.forget(openCase.id);
    await showBadge(tabId, null);
  }

  /** The settings changed: every open case is judged by the new ones. */
  async reviewAll(): Promise<void> {
    await this.store.restored;
    await Promise.all([...this.desk.cases.keys()].map((caseId) => this.reviewer.review(caseId)));
  }

  /** The tab was closed, or shows something that is not read. */
  async drop(tabId: number): Promise<void> {
    await this.store.restored;
    const caseId = this.desk.closeTab(tabId);
    await this.store.save();
    if (caseId !== undefined) await this.onLeft(caseId, tabId);
    this.targets.forget(tabId);
    await showBadge(tabId, null);
    void this.onChange(tabId);
  }

  private async forget(caseId: string): Promise<number[]> {
    const tabs = this.desk.drop(caseId);
    this.reviewer.forget(caseId);
    await this.store.save();
    for (const tabId of tabs) {
      this.targets.forget(tabId);
      await showBadge(tabId, null);
      void this.onChange(tabId);
    }
    return tabs;
  }

  /** A tab shows another case now: the one it left is judged without it, or is gone. */
  private async onLeft(caseId: string, tabId: number): Promise<void> {
    this.targets.forget(tabId);
    if (!this.desk.cases.has(caseId)) this.reviewer.forget(caseId);
    else if (this.desk.tabsOf(caseId).length > 0) void this.reviewer.review(caseId);
  }

  private async change(tabId: number, changed: Partial<OpenCase>): Promise<Result<null>> {
    await this.store.restored;
    const openCase = this.desk.caseOf(tabId);
    if (!openCase) return failure('CG-405');
    this.desk.change(openCase.id, { ...changed, touched: Date.now() });
    await this.store.save();
    return success(null);
  }

  private async changeAndJudge(tabId: number, changed: Partial<OpenCase>): Promise<Result<null>> {
    const done = await this.change(tabId, changed);
    const openCase = this.desk.caseOf(tabId);
    if (done.ok && openCase) await this.reviewer.review(openCase.id);
    return done;
  }

  private ask(tabId: number, frameId: number, what: 'readAgain'): Promise<Result<null>> {
    return askPage({ tabId, frameId }, what, null);
  }

  private async onJudged({ id }: OpenCase): Promise<void> {
    const openCase = this.desk.cases.get(id);
    if (!openCase) return;
    const { review } = this.reviewer.of(id);
    const tabs = this.desk.tabsOf(id);
    for (const tabId of tabs) void this.onChange(tabId);
    const badges = tabs.map((tabId) => showBadge(tabId, review));
    const gone = review ? await sendMarks(openCase, review, (await settings()).preferences) : [];
    await Promise.all(badges);
    const frames = gone.filter(({ frameId }) => frameId !== 0);
    if (frames.length > 0) await this.takeOutFrames(id, frames);
  }

  /** Frames that are gone from their pages are no documents of the case any more. */
  private async takeOutFrames(caseId: string, gone: readonly ReadDocument[]): Promise<void> {
    const now = this.desk.cases.get(caseId);
    if (!now) return;
    const ids = new Set(gone.map(({ document }) => document.id));
    const documents = now.documents.filter(({ document }) => !ids.has(document.id));
    this.desk.change(caseId, { documents });
    await this.store.save();
    void this.reviewer.review(caseId);
  }
}

/** Frames of sites that are allowed have readers of their own. */
async function unreadable(parts: readonly UnreadPart[]): Promise<UnreadPart[]> {
  const kept = await Promise.all(
    parts.map(async (part) => {
      if (part.code !== 'CG-103') return [part];
      const isRead =
        (await isGranted(`https://${part.what}/`)) || (await isGranted(`http://${part.what}/`));
      return isRead ? [] : [part];
    }),
  );
  return kept.flat();
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The address of the page a tab shows, where the browser tells it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}
