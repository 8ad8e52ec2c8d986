import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RequestReview } from '../../lib/review/review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';

/** The snippets a reviewer can use, and what is remembered of their use. */
export interface SnippetShelf {
  snippets: readonly FoundSnippet[];
  favourites: ReadonlySet<string>;
  /** Keys, latest first. */
  recent: readonly string[];
  setFavourite(key: string, on: boolean): void;
  noteUse(key: string): void;
}

const ShelfContext = createContext<SnippetShelf | null>(null);
export const SnippetShelfProvider = ShelfContext.Provider;

/** Null where no snippets are offered, as in the pack bench. */
export function useSnippetShelf(): SnippetShelf | null {
  return useContext(ShelfContext);
}

const RequestContext = createContext<RequestReview | null>(null);
/** The request whose facts fill the slots. */
export const SnippetRequestProvider = RequestContext.Provider;

export function useSnippetRequest(): RequestReview | null {
  return useContext(RequestContext);
}
