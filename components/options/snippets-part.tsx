import { useMemo, useState } from 'preact/hooks';
import type { Pack } from '../../lib/guidelines/pack.ts';
import { teamLibrary } from '../../lib/library/database.ts';
import { starterLibrary } from '../../lib/library/shipped-snippets.ts';
import { updatesOffered } from '../../lib/library/snippet-updates.ts';
import type { StoredLibraries, StoredSnippet } from '../../lib/library/snippets.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { snippetStatuses } from '../../lib/snippets/snippet.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { useSnippetSearch } from '../snippets/use-snippet-search.ts';
import { TeamLine } from '../team/team-line.tsx';
import { useLibraryActions } from './library-actions.ts';
import { SnippetEditor } from './snippet-editor.tsx';
import { SnippetFiles } from './snippet-files.tsx';
import { SnippetItem } from './snippet-item.tsx';
import { UpdateOffers } from './snippet-offers.tsx';
import { statusTexts } from './snippet-words.ts';

interface Props {
  stored: StoredLibraries;
  starter: readonly StoredSnippet[];
  packs: readonly Pack[];
  /** Null where no team was joined. */
  team: TeamStatus | null;
}

const pageSize = 50;

/** The libraries of snippets: found, read, written, taken in and handed on. */
export function SnippetsPart({ stored, starter, packs, team }: Props) {
  const { exportSnippets, removeLibrary } = useLibraryActions();
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState({ library: '', status: '', treatment: '', favourites: false });
  const [editing, setEditing] = useState<StoredSnippet | 'new' | null>(null);
  const [shown, setShown] = useState(pageSize);

  const all = useMemo(() => [...stored.snippets, ...starter], [stored.snippets, starter]);
  const { search } = useSnippetSearch(all);
  const favourites = useMemo(() => new Set(stored.favourites), [stored.favourites]);
  const originals = useMemo(() => new Map(all.map(({ key, snippet }) => [key, snippet])), [all]);
  const offers = useMemo(() => updatesOffered(stored.snippets, originals), [stored, originals]);
  const treatments = [...new Set(all.flatMap(({ snippet }) => snippet.treatments))].sort();
  const today = new Date().toISOString().slice(0, 10);

  const context = useMemo(
    () => ({ criterion: null, treatment: null, asOf: today, favourites, recent: [] }),
    [today, favourites],
  );
  const found = search.findAll(
    query,
    context,
    ({ key, library, snippet }: StoredSnippet) =>
      (only.library === '' || library === only.library) &&
      (only.status === '' || snippet.status === only.status) &&
      (only.treatment === '' || snippet.treatments.includes(only.treatment)) &&
      (!only.favourites || favourites.has(key)),
  );
  const names = new Map([
    ['personal', words('library_own')],
    [starterLibrary, words('library_starter')],
    ...stored.libraries.flatMap(({ id, name, kind }): [string, string][] =>
      kind === 'personal' ? [] : [[id, name]],
    ),
  ]);
  const author = lastAuthor(stored) ?? team?.user ?? words('author_self');
  const writable = stored.libraries.filter(({ id }) => id !== teamLibrary || team?.canEdit);
  const editor = (edited: StoredSnippet | null) => (
    <SnippetEditor
      {...{ edited, packs, author }}
      library={edited?.library ?? 'personal'}
      libraries={writable}
      onClose={() => setEditing(null)}
    />
  );
  const select = (name: 'library' | 'status' | 'treatment', label: string, options: string[][]) => (
    <label>
      <span class="sr">{label}</span>
      <select
        class="field"
        value={only[name]}
        onChange={(event) => setOnly({ ...only, [name]: event.currentTarget.value })}
      >
        <option value="">
          {label}: {words('snippets_all')}
        </option>
        {options.map(([value = '', text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="snippets">
      <h2 id="snippets">{words('part_snippets')}</h2>
      <p class="lead">{words('snippets_lead')}</p>
      <UpdateOffers offers={offers} />
      {hasTeamSync && team !== null && (
        <TeamLine
          status={team}
          onOpen={() => {
            location.hash = 'team';
          }}
        />
      )}
      <input
        class="field"
        type="search"
        aria-label={words('snippets_search')}
        placeholder={words('snippets_search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <div class="filters">
        {select('library', words('snippets_library'), [...names])}
        {select(
          'status',
          words('snippets_status'),
          snippetStatuses.map((status) => [status, words(statusTexts[status])]),
        )}
        {select(
          'treatment',
          words('snippets_treatment'),
          treatments.map((id) => [id, id.replaceAll('-', ' ')]),
        )}
        <label class="check">
          <input
            type="checkbox"
            checked={only.favourites}
            onChange={(event) => setOnly({ ...only, favourites: event.currentTarget.checked })}
          />{' '}
          {words('snippets_favourites')}
        </label>
      </div>
      <div class="bar">
        <button type="button" class="btn primary" onClick={() => setEditing('new')}>
          {words('snippet_new')}
        </button>
        <button
          type="button"
          class="btn"
          disabled={found.length === 0}
          onClick={() => exportSnippets(found.map(({ snippet }) => snippet))}
        >
          {words('snippets_export')}
        </button>
      </div>
      <SnippetFiles libraries={writable} />
      {editing === 'new' && editor(null)}
      <p class="hint" role="status">
        {counted('snippets_found', found.length)}
      </p>
      {found
        .slice(0, shown)
        .map((each) =>
          editing === each ? (
            <div key={each.key}>{editor(each)}</div>
          ) : (
            <SnippetItem
              key={each.key}
              stored={each}
              name={names.get(each.library) ?? each.library}
              isFavourite={favourites.has(each.key)}
              isReadOnly={isReadOnly(each, stored, team)}
              onEdit={() => setEditing(each)}
            />
          ),
        )}
      {found.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + 200)}>
          {counted('snippets_more', found.length - shown)}
        </button>
      )}
      {stored.libraries
        .filter(({ kind }) => kind === 'subscribed')
        .map(({ id, name }) => (
          <div class="bar" key={id}>
            <button type="button" class="btn" onClick={() => void removeLibrary(id)}>
              {words('library_remove_named', name)}
            </button>
          </div>
        ))}
    </section>
  );
}

function isReadOnly(
  { library }: StoredSnippet,
  { libraries }: StoredLibraries,
  team: TeamStatus | null,
): boolean {
  if (library === starterLibrary) return true;
  if (library === teamLibrary) return !team?.canEdit;
  return libraries.find(({ id }) => id === library)?.kind === 'subscribed';
}

/** Who wrote here last is likely to write again. */
function lastAuthor({ snippets }: StoredLibraries): string | undefined {
  return snippets
    .filter(({ library }) => library === 'personal')
    .sort((a, b) => b.snippet.changed.localeCompare(a.snippet.changed))[0]?.snippet.author;
}
