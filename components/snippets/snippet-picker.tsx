import { useMemo, useRef, useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import { type FoundSnippet, MOST_FOUND } from '../../lib/snippets/search.ts';
import { warningsOf } from '../../lib/snippets/validity.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { type SnippetShelf, useSnippetRequest } from './shelf.ts';
import { SnippetPreview } from './snippet-preview.tsx';
import { criterionFor, type SnippetUse } from './snippet-segments.ts';
import { useSnippetSearch } from './use-snippet-search.ts';

interface Props {
  shelf: SnippetShelf;
  criterion: CriterionReview | null;
  asOf: string;
  /** Puts the filled text where it is wanted; without it the text is copied. */
  onInsert?: (use: SnippetUse) => void;
}

const firstShown = 6;

/** Snippets for the criterion at hand: searched as one types, opened to what they would say here. */
export function SnippetPicker({ shelf, criterion, asOf, onInsert }: Props) {
  const request = useSnippetRequest();
  const [query, setQuery] = useState('');
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);

  // A snippet used or marked just now stays where it is until the picker is opened anew.
  const order = useRef({ favourites: shelf.favourites, recent: shelf.recent }).current;
  const { search, isReady } = useSnippetSearch(shelf.snippets);
  const found = useMemo(
    () =>
      search.find(query, {
        criterion: criterion?.id ?? null,
        treatment: request?.treatment ?? criterion?.id.split('/')[0] ?? null,
        asOf,
        ...order,
      }),
    [search, query, criterion?.id, request?.treatment, asOf, order],
  );
  const shown = all ? found.best : found.best.slice(0, firstShown);
  const isSearching = !isReady && query.trim() !== '';
  return (
    <div class="snippets__pick">
      <input
        class="field"
        type="search"
        aria-label={words('snippets_search')}
        placeholder={words('snippets_search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="sr" role="status">
        {!isSearching && counted('snippets_found', found.total)}
      </p>
      {found.total === 0 && (
        <p class="none">{words(isSearching ? 'searching' : 'snippets_none')}</p>
      )}
      {shown.map((each) => (
        <SnippetRow
          key={each.key}
          {...{ found: each, shelf, asOf }}
          open={open === each.key}
          onOpen={() => setOpen(open === each.key ? null : each.key)}
        >
          <SnippetPreview
            {...{ found: each, request, asOf, onInsert }}
            criterion={criterionFor(each, criterion, request)}
            onUsed={() => shelf.noteUse(each.key)}
          />
        </SnippetRow>
      ))}
      {!all && found.total > firstShown && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {counted('snippets_more', Math.min(found.total, MOST_FOUND) - firstShown)}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  found: FoundSnippet;
  shelf: SnippetShelf;
  asOf: string;
  open: boolean;
  onOpen: () => void;
  children: preact.ComponentChildren;
}

function SnippetRow({ found: { key, snippet }, shelf, asOf, open, onOpen, children }: RowProps) {
  const isFavourite = shelf.favourites.has(key);
  const isWarned = warningsOf(snippet, asOf).length > 0;
  return (
    <article class={open ? 'snippet open' : 'snippet'} aria-label={snippet.title}>
      <div class="snippet__row">
        <button type="button" class="snippet__title" aria-expanded={open} onClick={onOpen}>
          <Icon name={open ? 'down' : 'right'} small />
          <span>
            {snippet.title}
            {isWarned && <span class="snippet__warned"> {words('snippet_warned')}</span>}
          </span>
        </button>
        <button
          type="button"
          class="iconbtn"
          aria-pressed={isFavourite}
          aria-label={words(isFavourite ? 'favourite_off' : 'favourite_on', snippet.title)}
          onClick={() => shelf.setFavourite(key, !isFavourite)}
        >
          <span class={isFavourite ? 'star on' : 'star'} aria-hidden="true" />
        </button>
      </div>
      {open && children}
    </article>
  );
}
