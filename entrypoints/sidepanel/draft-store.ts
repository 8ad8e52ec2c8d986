import { browser } from 'wxt/browser';
import type { Composition } from '../../lib/letter/composition.ts';

/**
 * Drafts of a case, in the browser's session storage, which is memory and never a file. The
 * background takes them out with their case.
 */
export async function readDrafts(caseId: string): Promise<Record<string, unknown>> {
  const key = keyOf(caseId);
  const stored = (await browser.storage.session.get(key))[key];
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}

let keeping: Promise<void> = Promise.resolve();

/** One after the other, so that none overwrites what another has just kept. */
export function keepDraft(caseId: string, request: string, composition: Composition): void {
  keeping = keeping
    .then(async () => {
      const drafts = { ...(await readDrafts(caseId)), [request]: composition };
      await browser.storage.session.set({ [keyOf(caseId)]: drafts });
    })
    // A full store: the draft stays in the panel for as long as that is open.
    .catch(() => undefined);
}

function keyOf(caseId: string): string {
  return `draft:${caseId}`;
}
