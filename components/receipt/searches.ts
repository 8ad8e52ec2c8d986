import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { TermSearch } from '../../lib/messaging/active-review.ts';

/** The reviewer's own searches, by the criterion on whose receipt they were made. */
export interface Searches {
  askedOn(criterion: string): TermSearch[];
  remember(criterion: string, search: TermSearch): void;
}

const SearchesContext = createContext<Searches>({ askedOn: () => [], remember: () => undefined });

export const SearchesProvider = SearchesContext.Provider;

export function useSearches(): Searches {
  return useContext(SearchesContext);
}

/**
 * Remembers the searches of all cases for as long as the panel is open, in memory only. A search
 * the background has run anew, since the text changed, replaces the remembered one.
 */
export function useRememberedSearches(caseId: string, current: readonly TermSearch[]): Searches {
  const [remembered, setRemembered] = useState<ReadonlyMap<string, TermSearch[]>>(new Map());
  return useMemo(
    () => ({
      askedOn: (criterion) =>
        (remembered.get(`${caseId} ${criterion}`) ?? []).map(
          (search) => current.find(({ term }) => term === search.term) ?? search,
        ),
      remember: (criterion, search) =>
        setRemembered((all) => {
          const key = `${caseId} ${criterion}`;
          const others = (all.get(key) ?? []).filter(({ term }) => term !== search.term);
          return new Map(all).set(key, [search, ...others]);
        }),
    }),
    [caseId, current, remembered],
  );
}
