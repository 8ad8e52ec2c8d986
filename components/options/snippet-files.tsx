import { useState } from 'preact/hooks';
import type { LibraryRow } from '../../lib/library/database.ts';
import type { Duplicate, DuplicateChoice } from '../../lib/library/duplicates.ts';
import type { SnippetImport } from '../../lib/library/import-snippets.ts';
import { reasonInLine } from '../../lib/wording/reasons.ts';
import { counted, type MessageKey, worded, words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import { useLibraryActions } from './library-actions.ts';
import { identifierTexts, importRefusals } from './snippet-words.ts';

const json = '.json,application/json';
const mostShown = 20;

/** Files of snippets: taken in or subscribed to, with what became of each row. */
export function SnippetFiles({ libraries }: { libraries: readonly LibraryRow[] }) {
  const { importSnippets, subscribe } = useLibraryActions();
  const [outcome, setOutcome] = useState<SnippetImport | null>(null);
  const [into, setInto] = useState('personal');
  const teams = libraries.filter(({ kind }) => kind === 'team');
  return (
    <>
      <div class="bar">
        {teams.length > 0 && (
          <select
            class="field"
            aria-label={words('import_into')}
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
          >
            <option value="personal">{words('library_own')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <FileChooser
          words={words('snippets_import')}
          label={words('snippets_file')}
          accept={json}
          onFile={async (file) => setOutcome(await importSnippets(file, into))}
        />
        <FileChooser
          words={words('snippets_subscribe')}
          label={words('snippets_subscribe_file')}
          accept={json}
          onFile={async (file) => setOutcome(await subscribe(file))}
        />
      </div>
      <div role="status">
        {outcome !== null && 'reason' in outcome && (
          <p class="wrong">
            {words(importRefusals[outcome.reason])} {'at' in outcome && reasonInLine(outcome.at)}
          </p>
        )}
        {outcome !== null && 'added' in outcome && <Imported outcome={outcome} />}
      </div>
    </>
  );
}

function Imported({ outcome }: { outcome: Extract<SnippetImport, { added: number }> }) {
  const { name, added, same, removed, faults, held, duplicates, library } = outcome;
  const shownName = library === 'personal' ? words('library_own') : name;
  return (
    <>
      <p class="hint">{words('import_done', shownName, added, same, removed)}</p>
      <ul class="packfaults">
        {faults.slice(0, mostShown).map(({ row, field, reason }) => (
          <li key={`${row}${field}${reason.name}`}>
            {words('import_row', row, field === '' ? '–' : field, worded(reason))}
          </li>
        ))}
        {held.slice(0, mostShown).map(({ row, identifiers }) => (
          <li key={row}>
            {words(
              'import_held',
              row,
              identifiers
                .map(({ text, kind }) => `“${text}” (${words(identifierTexts[kind])})`)
                .join(', '),
            )}
          </li>
        ))}
        {faults.length > mostShown && <li>{counted('more_faults', faults.length - mostShown)}</li>}
      </ul>
      {duplicates.length > 0 && <Duplicates {...{ library, duplicates }} />}
    </>
  );
}

const choices = {
  mine: 'duplicate_mine',
  theirs: 'duplicate_theirs',
  unite: 'duplicate_unite',
  both: 'duplicate_both',
} as const satisfies Record<DuplicateChoice, MessageKey>;

function Duplicates({ library, duplicates }: { library: string; duplicates: Duplicate[] }) {
  const { settleDuplicate } = useLibraryActions();
  const [settled, setSettled] = useState<ReadonlySet<Duplicate>>(new Set());
  const open = duplicates.filter((each) => !settled.has(each));
  const settle = async (duplicate: Duplicate, choice: DuplicateChoice) => {
    await settleDuplicate(library, duplicate, choice);
    setSettled((before) => new Set([...before, duplicate]));
  };
  if (open.length === 0) return null;
  return (
    <>
      <p>{counted('duplicates', open.length)}</p>
      {open.slice(0, mostShown).map((each) => (
        <fieldset class="form" key={each.theirs.id}>
          <legend>{each.theirs.title}</legend>
          <p class="why">− {each.mine.text}</p>
          <p class="why">+ {each.theirs.text}</p>
          <div class="bar">
            {(Object.keys(choices) as DuplicateChoice[]).map((choice) => (
              <button
                type="button"
                class="btn"
                key={choice}
                onClick={() => void settle(each, choice)}
              >
                {words(choices[choice])}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
