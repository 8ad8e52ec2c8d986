import type { OpenCaseName } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import type { CaseStore } from './case-store.ts';

/** The cases that tabs show, the one last read or looked at first. */
export function openCases({ desk }: CaseStore): OpenCaseName[] {
  return [...desk.cases.values()]
    .filter(({ documents }) => documents.length > 0)
    .sort((a, b) => b.touched - a.touched)
    .flatMap(({ id, claim, documents }) => {
      const [tabId] = desk.tabsOf(id);
      const name = documents[0]?.document.name ?? '';
      return tabId === undefined ? [] : [{ id, tabId, name, claimNumber: claim?.number ?? null }];
    });
}

/** The documents of an open case as one text. */
export async function caseText(store: CaseStore, tabId: number): Promise<Result<string>> {
  await store.restored;
  const documents = store.desk.caseOf(tabId)?.documents ?? [];
  if (documents.length === 0) return failure('CG-405');
  return success(documents.map(({ document }) => document.text.trim()).join('\n\n'));
}
