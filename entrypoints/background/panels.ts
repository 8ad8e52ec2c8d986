import { browser } from 'wxt/browser';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { tellPanels } from '../../lib/messaging/sending.ts';
import { activeReview } from './active-review.ts';
import type { Cases } from './cases.ts';
import { settings, settingsSoFar } from './settings.ts';

/** Keeps the panels of all windows up to date. */
export class Panels {
  private readonly cases: () => Cases;
  private readonly telling = new Map<number, Promise<boolean>>();

  constructor(cases: () => Cases) {
    this.cases = cases;
  }

  /** What the panel of a window shows. */
  async reviewOf(windowId: number): Promise<ActiveReview> {
    const { store, reviewer, targets } = this.cases();
    await store.restored;
    return activeReview(windowId, store, reviewer, targets);
  }

  /** The same; a case that a stopped worker left behind is judged again, and told when it is. */
  async open(windowId: number): Promise<ActiveReview> {
    const review = await this.reviewOf(windowId);
    if (review.tab && review.site?.access === 'granted' && !review.case?.review) {
      void this.cases().wake(review.tab.id);
    }
    // What is wrong with packs or settings follows as soon as they were read.
    if (!settingsSoFar()) {
      settings().then(
        () => this.tell(windowId),
        () => undefined,
      );
    }
    return review;
  }

  /** Tells the panel of a window what it shows now; resolves to whether a panel heard. */
  tell(windowId: number): Promise<boolean> {
    // What changes while one is being put together is told with it or right after it.
    const now = (this.telling.get(windowId) ?? Promise.resolve(true)).then(async () => {
      if (this.telling.get(windowId) === now) this.telling.delete(windowId);
      const review = await this.reviewOf(windowId).catch(() => null);
      return review !== null && tellPanels('reviewChanged', review);
    });
    this.telling.set(windowId, now);
    return now;
  }

  /** A tab changed: the panel of its window follows if the tab is the active one. */
  async tellTab(tabId: number): Promise<void> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab?.active) await this.tell(tab.windowId);
  }

  async tellAll(): Promise<void> {
    const windows = await browser.windows.getAll({ windowTypes: ['normal'] }).catch(() => []);
    await Promise.all(windows.map(({ id }) => id !== undefined && this.tell(id)));
  }
}
