import { browser } from 'wxt/browser';
import type { UnreadPart } from '../../lib/case/document.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import type { TermSearch } from '../../lib/messaging/active-review.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import { askPage } from '../../lib/messaging/sending.ts';
import { isGranted } from '../../lib/portals/grants.ts';
import { showBadge } from './badge.ts';
import { CaseStore } from './case-store.ts';
import { sendMarks } from './marks-out.ts';
import { PanelTargets } from './panel-targets.ts';
import { Reviewer } from './reviewer.ts';
import { settings } from './settings.ts';
import { emptyCase, keyOf, readDocument, type TabCase } from './tab-case.ts';
import { searchTerm } from './term-search.ts';

const mostTerms = 20;

/** The case of each tab: takes texts in, has them judged, and sends out what was found. */
export class Cases {
  readonly store = new CaseStore();
  readonly targets = new PanelTargets();
  readonly reviewer = new Reviewer(
    (tabId) => this.store.get(tabId),
    (tabCase) => this.onJudged(tabCase),
  );
  private readonly onChange: (tabId: number) => Promise<void>;

  constructor(onChange: (tabId: number) => Promise<void>) {
    this.onChange = onChange;
  }

  /** A page or frame was read. Resolves when it was judged, so that a page does not run ahead. */
  async take(tabId: number, frameId: number, page: PageText): Promise<Result<null>> {
    await this.store.restored;
    const tabCase = frameId === 0 ? this.caseOfPage(tabId, page) : this.caseOfFrame(tabId);
    const unread = await unreadable(page.unread);
    const documents = tabCase.documents.filter((read) => read.frameId !== frameId);
    documents.push(readDocument(tabId, frameId, page, unread));
    documents.sort((a, b) => a.frameId - b.frameId);
    await this.store.put({ ...tabCase, documents });
    // Judging a large text keeps the worker busy for seconds: what was read is told before.
    await this.onChange(tabId);
    await this.reviewer.review(tabId);
    return success(null);
  }

  /** Judges a case again when a woken worker has its texts, but no review. */
  async wake(tabId: number): Promise<void> {
    await this.store.restored;
    const tabCase = this.store.get(tabId);
    if (!tabCase) {
      await askPage({ tabId, frameId: 0 }, 'readAgain', null);
    } else if (this.reviewer.of(tabId).revision === 0 && !this.reviewer.of(tabId).isRunning) {
      await this.reviewer.review(tabId);
    }
  }

  async change(tabId: number, changed: Partial<TabCase>): Promise<Result<null>> {
    await this.store.restored;
    const tabCase = this.store.get(tabId);
    if (!tabCase) return failure('CG-405');
    await this.store.put({ ...tabCase, ...changed });
    return success(null);
  }

  async setAsOf(tabId: number, asOf: string | null): Promise<Result<null>> {
    if (asOf !== null && !isDay(asOf)) return failure('CG-204');
    const changed = await this.change(tabId, { asOf });
    if (changed.ok) await this.reviewer.review(tabId);
    return changed;
  }

  /** Judges by the edition of a pack; `null` goes back to the one in force on the date. */
  async setEdition(tabId: number, edition: string | null): Promise<Result<null>> {
    const { rulebook } = await settings();
    if (edition !== null && !rulebook.packs.some(({ id }) => id === edition))
      return failure('CG-205');
    const changed = await this.change(tabId, { edition });
    if (changed.ok) await this.reviewer.review(tabId);
    return changed;
  }

  async setMarks(tabId: number, marksOn: boolean): Promise<Result<null>> {
    const changed = await this.change(tabId, { marksOn });
    const tabCase = this.store.get(tabId);
    if (changed.ok && tabCase) await this.onJudged(tabCase);
    return changed;
  }

  async setMarkingFault(tabId: number, markingFault: FaultCode | null): Promise<Result<null>> {
    const changed = await this.change(tabId, { markingFault });
    void this.onChange(tabId);
    return changed;
  }

  async search(tabId: number, term: string): Promise<Result<TermSearch>> {
    await this.store.restored;
    const tabCase = this.store.get(tabId);
    if (!tabCase) return failure('CG-405');
    const terms = [term, ...tabCase.terms.filter((other) => other !== term)].slice(0, mostTerms);
    await this.change(tabId, { terms });
    void this.onChange(tabId);
    return success(searchTerm(term, tabCase));
  }

  async showPassage(tabId: number, { document, start, end }: Passage): Promise<Result<null>> {
    await this.store.restored;
    const read = this.store.get(tabId)?.documents.find((one) => one.document.id === document);
    if (!read) return failure('CG-407');
    const { frameId, reader, revision } = read;
    return askPage({ tabId, frameId }, 'showPassage', { reader, revision, start, end });
  }

  /**
   * The tab loads something. Where the page itself goes on (a route of a single page) its reader
   * answers and sends what it shows now; otherwise the page is gone, and its review with it.
   */
  async leave(tabId: number): Promise<void> {
    const answer = await askPage({ tabId, frameId: 0 }, 'readAgain', null);
    const tabCase = this.store.get(tabId);
    if (answer.ok || !tabCase) return;
    this.reviewer.forget(tabId);
    await this.store.put({ ...tabCase, documents: [] });
    await showBadge(tabId, null);
  }

  /** The settings changed: every open case is judged by the new ones. */
  async reviewAll(): Promise<void> {
    await this.store.restored;
    await Promise.all(this.store.all().map(({ tabId }) => this.reviewer.review(tabId)));
  }

  /** The tab was closed, or shows something that is not read. */
  async drop(tabId: number): Promise<void> {
    await this.store.restored;
    this.reviewer.forget(tabId);
    this.targets.forget(tabId);
    await this.store.drop(tabId);
    await showBadge(tabId, null);
    void this.onChange(tabId);
  }

  /** A frame may send its text before the page around it does: then nothing is known of the case. */
  private caseOfFrame(tabId: number): TabCase {
    return this.store.get(tabId) ?? emptyCase(tabId);
  }

  /**
   * The page itself: another run of its reader is another page, another key another case. Frames
   * of the last one must not stay in the new one; those that are still there are asked again.
   */
  private caseOfPage(tabId: number, page: PageText): TabCase {
    const key = keyOf(page);
    const tabCase = this.store.get(tabId);
    if (!tabCase || tabCase.key === '') return { ...(tabCase ?? emptyCase(tabId)), key };
    const isSameCase = tabCase.key === key;
    const top = tabCase.documents.find(({ frameId }) => frameId === 0);
    if (isSameCase && (!top || top.reader === page.reader)) return tabCase;
    for (const { frameId } of tabCase.documents) {
      if (frameId !== 0) void askPage({ tabId, frameId }, 'readAgain', null);
    }
    if (isSameCase) return { ...tabCase, documents: [] };
    this.reviewer.forget(tabId);
    this.targets.forget(tabId);
    return { ...emptyCase(tabId), key, marksOn: tabCase.marksOn };
  }

  private async onJudged(tabCase: TabCase): Promise<void> {
    const { tabId } = tabCase;
    const { review } = this.reviewer.of(tabId);
    void this.onChange(tabId);
    await showBadge(tabId, review);
    if (!review) return;
    const { preferences } = await settings();
    const gone = await sendMarks(tabCase, review, preferences);
    const frames = new Set(gone.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0));
    const now = this.store.get(tabId);
    if (frames.size === 0 || !now) return;
    const documents = now.documents.filter(({ frameId }) => !frames.has(frameId));
    await this.store.put({ ...now, documents });
    void this.reviewer.review(tabId);
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
