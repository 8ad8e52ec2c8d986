import {
  contentOf,
  type MergedField,
  mergeSnippets,
  type SnippetMerge,
  sameContent,
  settleMerge,
} from '../snippets/merge.ts';
import { nextVersion, type Snippet } from '../snippets/snippet.ts';
import { type SnippetSave, saveSnippet } from './save-snippet.ts';
import type { StoredSnippet } from './snippets.ts';

/** The original of an own copy has changed since it was copied or last merged. */
export interface UpdateOffer {
  copy: StoredSnippet;
  /** The original as it is now. */
  original: { key: string; snippet: Snippet };
  merge: SnippetMerge;
}

/** The own copies whose originals have changed, each with its three-way merge. */
export function updatesOffered(
  copies: readonly StoredSnippet[],
  originals: ReadonlyMap<string, Snippet>,
): UpdateOffer[] {
  return copies.flatMap((copy) => {
    if (copy.from === null) return [];
    const now = originals.get(copy.from.key);
    if (now === undefined || sameContent(copy.from.snippet, now)) return [];
    const merge = mergeSnippets(
      contentOf(copy.from.snippet),
      contentOf(copy.snippet),
      contentOf(now),
    );
    return [{ copy, original: { key: copy.from.key, snippet: now }, merge }];
  });
}

/**
 * Takes an update into the own copy. Fields in conflict stay as mine unless named in `theirs`; the
 * wording before stands in the history.
 */
export function takeUpdate(
  { copy, original, merge }: UpdateOffer,
  theirs: ReadonlySet<MergedField>,
  { author, now, changeNote }: { author: string; now: string; changeNote: string },
): Promise<SnippetSave> {
  const content = settleMerge(merge, theirs);
  const next = sameContent(copy.snippet, content)
    ? copy.snippet
    : nextVersion(copy.snippet, content, { author, changed: now, changeNote });
  return saveSnippet(copy.library, next, { from: original });
}

/** Leaves the own copy as it is; the next change of the original is offered again. */
export function declineUpdate({ copy, original }: UpdateOffer): Promise<SnippetSave> {
  return saveSnippet(copy.library, copy.snippet, { from: original });
}
