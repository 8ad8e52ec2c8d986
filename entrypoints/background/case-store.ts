import { browser } from 'wxt/browser';
import type { TabCase } from './tab-case.ts';

const prefix = 'case:';

/**
 * The open cases, in memory and in the browser's session storage, which is memory too: nothing of
 * a case comes to a disk. A worker that was stopped finds them there when it is woken.
 */
export class CaseStore {
  private readonly cases = new Map<number, TabCase>();
  /** Cases too large for session storage: their pages are asked again after a stop. */
  private readonly tooLarge = new Set<number>();
  readonly restored: Promise<void>;

  constructor() {
    this.restored = this.restore();
  }

  get(tabId: number): TabCase | undefined {
    return this.cases.get(tabId);
  }

  all(): TabCase[] {
    return [...this.cases.values()];
  }

  isTooLarge(tabId: number): boolean {
    return this.tooLarge.has(tabId);
  }

  /** Keeps a case as it is now. */
  async put(tabCase: TabCase): Promise<void> {
    this.cases.set(tabCase.tabId, tabCase);
    const key = `${prefix}${tabCase.tabId}`;
    try {
      await browser.storage.session.set({ [key]: tabCase });
      this.tooLarge.delete(tabCase.tabId);
    } catch {
      this.tooLarge.add(tabCase.tabId);
      await browser.storage.session.remove(key);
    }
  }

  async drop(tabId: number): Promise<void> {
    this.cases.delete(tabId);
    this.tooLarge.delete(tabId);
    await browser.storage.session.remove(`${prefix}${tabId}`);
  }

  private async restore(): Promise<void> {
    const [stored, tabs] = await Promise.all([
      browser.storage.session.get(null),
      browser.tabs.query({}),
    ]);
    const open = new Set(tabs.map(({ id }) => id));
    for (const [key, value] of Object.entries(stored)) {
      if (!key.startsWith(prefix)) continue;
      const tabCase = value as TabCase;
      if (!open.has(tabCase.tabId)) await browser.storage.session.remove(key);
      // What a page has sent since the worker woke is newer.
      else if (!this.cases.has(tabCase.tabId)) this.cases.set(tabCase.tabId, tabCase);
    }
  }
}
