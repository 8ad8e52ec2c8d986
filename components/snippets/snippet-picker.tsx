import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import { caseFacts } from '../../lib/snippets/facts.ts';
import type { FilledSnippet } from '../../lib/snippets/fill.ts';
import { createSnippetSearch, type FoundSnippet } from '../../lib/snippets/search.ts';
import { warningsOf } from '../../lib/snippets/validity.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import type { Clipping } from '../panel/actions.ts';
import { type SnippetShelf, useSnippetRequest } from './shelf.ts';
import { SnippetPreview } from './snippet-preview.tsx';

interface Props {
  shelf: SnippetShelf;
  criterion: CriterionReview | null;
  asOf: string;
  /** What was typed already, behind a slash. */
  query?: string;
  /** Puts the filled text where it is wanted; without it the text is copied. */
  onInsert?: (clipping: Clipping, filled: FilledSnippet) => void;
}

const firstShown = 6;

/** Snippets for the criterion at hand: searched as one types, opened to what they would say here. */
export function SnippetPicker({ shelf, criterion, asOf, query: begun = '', onInsert }: Props) {
  const request = useSnippetRequest();
  const [query, setQuery] = useState(begun);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => setQuery(begun), [begun]);

  // A snippet used or marked just now stays where it is until the picker is opened anew.
  const order = useRef({ favourites: shelf.favourites, recent: shelf.recent }).current;
  const search = useMemo(() => createSnippetSearch(shelf.snippets), [shelf.snippets]);
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
  const facts = useMemo(
    () => caseFacts({ asOf, asOfSource: '', request, criterion }),
    [asOf, request, criterion],
  );
  const shown = all ? found.slice(0, 100) : found.slice(0, firstShown);
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
        {counted('snippets_found', found.length)}
      </p>
      {found.length === 0 && <p class="none">{words('snippets_none')}</p>}
      {shown.map((each) => (
        <SnippetRow
          key={each.key}
          {...{ found: each, shelf, asOf }}
          open={open === each.key}
          onOpen={() => setOpen(open === each.key ? null : each.key)}
        >
          <SnippetPreview
            {...{ found: each, facts, asOf, onInsert }}
            onUsed={() => shelf.noteUse(each.key)}
          />
        </SnippetRow>
      ))}
      {!all && found.length > firstShown && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {counted('snippets_more', found.length - firstShown)}
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
