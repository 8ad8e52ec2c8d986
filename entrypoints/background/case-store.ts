import { browser } from 'wxt/browser';
import { Desk, type TabView } from './desk.ts';
import type { OpenCase } from './open-case.ts';

const casePrefix = 'case:';
const tabPrefix = 'tab:';
/** What the panel keeps of the reviewer's writing on a case. */
const draftPrefix = 'draft:';

/**
 * Keeps the desk in the browser's session storage, which is memory too: nothing of a case comes to
 * a disk. A worker that was stopped finds it there when it is woken.
 */
export class CaseStore {
  readonly desk = new Desk();
  /** Cases too large for session storage: their pages are asked again after a stop. */
  private readonly tooLarge = new Set<string>();
  private saving: Promise<void> = Promise.resolve();
  readonly restored: Promise<void>;

  constructor() {
    this.restored = this.restore();
  }

  isTooLarge(caseId: string): boolean {
    return this.tooLarge.has(caseId);
  }

  /** Keeps what changed on the desk since the last time, one save after the other. */
  save(): Promise<void> {
    const { desk } = this;
    const cases = [...desk.changedCases].map((id) => [id, desk.cases.get(id)] as const);
    const tabs = [...desk.changedTabs].map((id) => [id, desk.tabs.get(id)] as const);
    desk.changedCases.clear();
    desk.changedTabs.clear();
    this.saving = this.saving.then(async () => {
      for (const [id, openCase] of cases) await this.keepCase(id, openCase);
      for (const [tabId, view] of tabs) {
        await this.keepTab(tabId, view);
      }
    });
    return this.saving;
  }

  private async keepCase(id: string, openCase: OpenCase | undefined): Promise<void> {
    const key = `${casePrefix}${id}`;
    this.tooLarge.delete(id);
    try {
      if (openCase) await browser.storage.session.set({ [key]: openCase });
      else await browser.storage.session.remove([key, `${draftPrefix}${id}`]);
    } catch {
      this.tooLarge.add(id);
      await browser.storage.session.remove(key);
    }
  }

  /** A full store says so by the cases; a tab that is not kept is read again. */
  private async keepTab(tabId: number, view: TabView | undefined): Promise<void> {
    const key = `${tabPrefix}${tabId}`;
    if (!view) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: view }).catch(() => undefined);
  }

  private async restore(): Promise<void> {
    const [stored, tabs] = await Promise.all([
      browser.storage.session.get(null),
      browser.tabs.query({}),
    ]);
    const open = new Set(tabs.map(({ id }) => id));
    const { desk } = this;
    for (const [key, value] of Object.entries(stored)) {
      if (!key.startsWith(casePrefix)) continue;
      const openCase = value as OpenCase;
      desk.cases.set(openCase.id, openCase);
    }
    for (const [key, value] of Object.entries(stored)) {
      if (!key.startsWith(tabPrefix)) continue;
      const view = value as TabView;
      if (desk.cases.has(view.caseId)) desk.tabs.set(view.tabId, view);
      else await browser.storage.session.remove(key);
    }
    // Tabs that were closed while the worker slept.
    for (const { tabId } of [...desk.tabs.values()]) if (!open.has(tabId)) desk.closeTab(tabId);
    await this.save();
  }
}
