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
  /** Cases whose texts are too large for session storage: their pages are asked again after a stop. */
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
    this.saving = this.saving.then(() => this.keep(cases, tabs));
    return this.saving;
  }

  /** Cases and the tabs that show them in one step: the worker may be stopped between two. */
  private async keep(
    cases: readonly (readonly [string, OpenCase | undefined])[],
    tabs: readonly (readonly [number, TabView | undefined])[],
  ): Promise<void> {
    const kept: Record<string, OpenCase | TabView> = {};
    const gone: string[] = [];
    for (const [id, openCase] of cases) {
      this.tooLarge.delete(id);
      if (openCase) kept[`${casePrefix}${id}`] = openCase;
      else gone.push(`${casePrefix}${id}`, `${draftPrefix}${id}`);
    }
    for (const [tabId, view] of tabs) {
      if (view) kept[`${tabPrefix}${tabId}`] = view;
      else gone.push(`${tabPrefix}${tabId}`);
    }
    if (gone.length > 0) await forget(gone);
    if (Object.keys(kept).length === 0 || (await isKept(kept))) return;
    // Too much for the store: of a case what the reviewer did, since pages can be read again.
    for (const [key, value] of Object.entries(kept)) {
      if (await isKept({ [key]: value })) continue;
      await forget([key]);
      if (!('documents' in value)) continue;
      this.tooLarge.add(value.id);
      await isKept({ [key]: { ...value, documents: [] } });
    }
  }

  /** Where nothing can be had of it, every page is read again. */
  private async restore(): Promise<void> {
    const [stored, tabs] = await Promise.all([
      browser.storage.session.get(null),
      browser.tabs.query({}),
    ]).catch(() => [{}, []] as const);
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

async function isKept(items: Record<string, unknown>): Promise<boolean> {
  return browser.storage.session.set(items).then(
    () => true,
    () => false,
  );
}

async function forget(keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys).catch(() => undefined);
}
