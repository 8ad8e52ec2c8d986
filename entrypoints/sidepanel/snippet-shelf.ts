import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SnippetShelf } from '../../components/snippets/shelf.ts';
import { readShippedSnippets } from '../../lib/library/shipped-snippets.ts';
import {
  noLibraries,
  noteUse,
  type StoredSnippet,
  setFavourite,
  watchLibraries,
} from '../../lib/library/snippets.ts';

const now = () => new Date().toISOString();

/** The snippets of all libraries. An own copy stands in the place of its original. */
export function useShelf(): SnippetShelf {
  const [stored, setStored] = useState(noLibraries);
  const [shipped, setShipped] = useState<readonly StoredSnippet[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    watchLibraries(ended.signal, setStored, () => setStored(noLibraries));
    readShippedSnippets().then(
      (read) => {
        if (!ended.signal.aborted) setShipped(read);
      },
      () => setShipped([]),
    );
    return () => ended.abort();
  }, []);
  const before = useRef<readonly StoredSnippet[]>([]);
  return useMemo(() => {
    const copied = new Set(stored.snippets.flatMap(({ from }) => from?.key ?? []));
    const all = [...stored.snippets, ...shipped].filter(({ key }) => !copied.has(key));
    // A use or a favourite that was noted changes no snippet: what was made of the list stays.
    if (!isSame(before.current, all)) before.current = all;
    return {
      snippets: before.current,
      favourites: new Set(stored.favourites),
      recent: stored.recent,
      setFavourite: (key, on) => void setFavourite(key, on, now()),
      noteUse: (key) => void noteUse(key, now()),
    };
  }, [stored, shipped]);
}

function isSame(before: readonly StoredSnippet[], now: readonly StoredSnippet[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ key, snippet }, at) => {
      const was = before[at];
      return was?.key === key && was.snippet.changed === snippet.changed;
    })
  );
}
