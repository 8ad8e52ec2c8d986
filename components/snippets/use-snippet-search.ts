import { useEffect, useMemo, useState } from 'preact/hooks';
import { letPageRun } from '../../lib/reading/yielding.ts';
import {
  createSnippetSearch,
  type FoundSnippet,
  makeSnippetSearch,
  type SnippetSearch,
  unindexedSearch,
} from '../../lib/snippets/search.ts';

/** So few are indexed at once. */
const FEW = 300;
/** How long the indexing of many may hold the panel at a time, in milliseconds. */
const SLICE = 12;

/** Searches by their lists, being made and made. */
const making = new WeakMap<object, Promise<unknown>>();
const made = new WeakMap<object, unknown>();

/**
 * The search of a list of snippets, kept for as long as the list is. A long list is indexed piece by
 * piece; until that is done it finds all of them, and none by words.
 */
export function useSnippetSearch<Found extends FoundSnippet>(
  found: readonly Found[],
): {
  search: SnippetSearch<Found>;
  isReady: boolean;
} {
  const [, setDone] = useState<unknown>(null);
  if (found.length <= FEW && !made.has(found)) made.set(found, createSnippetSearch(found));
  const ready = made.get(found) as SnippetSearch<Found> | undefined;
  useEffect(() => {
    if (made.has(found)) return;
    let isGone = false;
    void inSlices(found).then((search) => !isGone && setDone(search));
    return () => {
      isGone = true;
    };
  }, [found]);
  const unindexed = useMemo(() => unindexedSearch(found), [found]);
  return { search: ready ?? unindexed, isReady: ready !== undefined };
}

function inSlices(found: readonly FoundSnippet[]): Promise<unknown> {
  const begun = making.get(found) ?? make(found);
  making.set(found, begun);
  return begun;
}

async function make(found: readonly FoundSnippet[]): Promise<unknown> {
  const steps = makeSnippetSearch(found);
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      made.set(found, step.value);
      return step.value;
    }
    if (performance.now() - began < SLICE) continue;
    await letPageRun();
    began = performance.now();
  }
}
