import { browser } from 'wxt/browser';
import type { OpenCase } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import type { CaseStore } from './case-store.ts';

/** The cases open in tabs, the one last looked at first. */
export async function openCases(store: CaseStore): Promise<OpenCase[]> {
  await store.restored;
  const lastLooked = new Map(
    (await browser.tabs.query({})).map(({ id, lastAccessed }) => [id, lastAccessed ?? 0]),
  );
  return store
    .all()
    .filter(({ documents }) => documents.length > 0)
    .map(({ tabId, documents }) => ({ tabId, name: documents[0]?.document.name ?? '' }))
    .sort((a, b) => (lastLooked.get(b.tabId) ?? 0) - (lastLooked.get(a.tabId) ?? 0));
}

/** The documents of an open case as one text. */
export async function caseText(store: CaseStore, tabId: number): Promise<Result<string>> {
  await store.restored;
  const documents = store.get(tabId)?.documents ?? [];
  if (documents.length === 0) return failure('CG-405');
  return success(documents.map(({ document }) => document.text.trim()).join('\n\n'));
}
