import { useState } from 'preact/hooks';
import { personalLibrary, type StoredSnippet } from '../../lib/library/snippets.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { words } from '../../lib/wording/words.ts';
import { datesOf, referenceOf } from '../snippets/snippet-text.ts';
import { useLibraryActions } from './library-actions.ts';
import { statusTexts } from './snippet-words.ts';

interface Props {
  stored: StoredSnippet;
  /** Name of its library. */
  name: string;
  isFavourite: boolean;
  isReadOnly: boolean;
  onEdit: () => void;
}

/** One snippet with its citation, its versions, and what can be done with it. */
export function SnippetItem({ stored, name, isFavourite, isReadOnly, onEdit }: Props) {
  const { removeSnippet, copySnippet, setFavourite } = useLibraryActions();
  const [history, setHistory] = useState(false);
  const { key, snippet, waiting } = stored;
  const { title, version, author, changed } = snippet;
  const reference = referenceOf(snippet);
  const about = [
    name,
    words(statusTexts[snippet.status]),
    words('snippet_version', version, author, showDate(changed)),
    ...(waiting ? [words('snippet_waiting')] : []),
  ];
  return (
    <article class="snippet item" aria-label={title}>
      <div class="snippet__row">
        <h3>{title}</h3>
        <button
          type="button"
          class="iconbtn"
          aria-pressed={isFavourite}
          aria-label={words(isFavourite ? 'favourite_off' : 'favourite_on', title)}
          onClick={() => setFavourite(key, !isFavourite)}
        >
          <span class={isFavourite ? 'star on' : 'star'} aria-hidden="true" />
        </button>
      </div>
      <p>{snippet.text}</p>
      {reference !== null && (
        <p class="why">
          {reference} · {words('pack_in_force', datesOf(snippet) ?? '')}
        </p>
      )}
      <p class="why">{about.join(' · ')}</p>
      <div class="bar">
        {stored.library !== personalLibrary && (
          <button
            type="button"
            class="btn"
            aria-label={words('snippet_copy_named', title)}
            onClick={() => void copySnippet(stored)}
          >
            {words('snippet_copy_own')}
          </button>
        )}
        {!isReadOnly && (
          <>
            <button
              type="button"
              class="btn"
              aria-label={words('snippet_edit_named', title)}
              onClick={onEdit}
            >
              {words('snippet_edit')}
            </button>
            <button
              type="button"
              class="btn"
              aria-label={words('snippet_remove_named', title)}
              onClick={() => void removeSnippet(key)}
            >
              {words('own_pack_remove')}
            </button>
          </>
        )}
        {snippet.history.length > 0 && (
          <button
            type="button"
            class="link"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {words('snippet_history')}
          </button>
        )}
      </div>
      {history && (
        <ol class="plain" reversed>
          {[...snippet.history].reverse().map((each) => (
            <li key={`${each.version}${each.changed}`}>
              {words('snippet_version', each.version, each.author, showDate(each.changed))}
              {each.changeNote !== '' && `: ${each.changeNote}`}
              <span class="why">{each.text}</span>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
