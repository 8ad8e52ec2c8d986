import { useEffect, useState } from 'preact/hooks';
import type { TableName } from '../../lib/library/database.ts';
import type { PreferencesImport } from '../../lib/library/preferences-file.ts';
import type { StorageUse } from '../../lib/library/storage.ts';
import { preferenceKeys } from '../../lib/preferences/preferences.ts';
import { reasonInLine } from '../../lib/wording/reasons.ts';
import { counted, type MessageKey, worded, words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import { useLibraryActions } from './library-actions.ts';
import { useOptionsActions } from './options-actions.ts';
import { preferenceRefusals } from './snippet-words.ts';

/** What is kept: settings to take along, how much there is, and all of it to delete. */
export function DataPart() {
  const { reset } = useOptionsActions();
  const { exportPreferences, importPreferences, storageUse, deleteEverything } =
    useLibraryActions();
  const [taken, setTaken] = useState<PreferencesImport | null>(null);
  const [use, setUse] = useState<StorageUse | null>(null);
  const [step, setStep] = useState<'idle' | 'sure' | 'done' | 'failed'>('idle');
  useEffect(() => {
    let shown = true;
    storageUse().then(
      (counts) => shown && setUse(counts),
      () => shown && setUse(null),
    );
    return () => {
      shown = false;
    };
  }, [storageUse, step, taken]);
  return (
    <section aria-labelledby="data">
      <h2 id="data">{words('part_data')}</h2>
      <p class="lead">{words('data_lead')}</p>
      <h3>{words('data_preferences')}</h3>
      <p class="lead">{words('data_preferences_why')}</p>
      <div class="bar">
        <button type="button" class="btn" onClick={() => void exportPreferences()}>
          {words('preferences_export')}
        </button>
        <FileChooser
          words={words('preferences_import')}
          label={words('preferences_file')}
          accept=".json,application/json"
          onFile={async (file) => setTaken(await importPreferences(file))}
        />
        <button type="button" class="btn" onClick={() => void reset(preferenceKeys)}>
          {words('preferences_reset')}
        </button>
      </div>
      <div role="status">{taken !== null && <Taken outcome={taken} />}</div>
      <h3>{words('data_use')}</h3>
      {use !== null && (
        <ul class="plain">
          {use.rows.map(({ table, count }) => (
            <li key={table}>{words('data_rows', nameOf(table), count)}</li>
          ))}
          {use.bytes !== null && <li>{words('data_bytes', Math.round(use.bytes / 1024))}</li>}
        </ul>
      )}
      <h3>{words('data_delete')}</h3>
      <p class="lead">{words('data_delete_why')}</p>
      <div class="bar">
        {step === 'sure' ? (
          <>
            <button
              type="button"
              class="btn primary"
              onClick={async () => setStep((await deleteEverything()) ? 'done' : 'failed')}
            >
              {words('data_delete_sure')}
            </button>
            <button type="button" class="btn" onClick={() => setStep('idle')}>
              {words('editor_cancel')}
            </button>
          </>
        ) : (
          <button type="button" class="btn" onClick={() => setStep('sure')}>
            {words('data_delete')}
          </button>
        )}
      </div>
      <p role="status">
        {step === 'done' && words('data_deleted')}
        {step === 'failed' && words('data_not_deleted')}
      </p>
    </section>
  );
}

const tableTexts = {
  preferences: 'kept_preferences',
  packs: 'kept_packs',
  profiles: 'kept_profiles',
  libraries: 'kept_libraries',
  snippets: 'kept_snippets',
  favourites: 'kept_favourites',
  recent: 'kept_recent',
  shared: 'kept_shared',
  teams: 'kept_teams',
  outgoing: 'kept_outgoing',
  conflicts: 'kept_conflicts',
} as const satisfies Record<TableName, MessageKey>;

function nameOf(table: string): string {
  return Object.hasOwn(tableTexts, table) ? words(tableTexts[table as TableName]) : table;
}

function Taken({ outcome }: { outcome: PreferencesImport }) {
  if ('reason' in outcome) {
    return (
      <p class="wrong">
        {words(preferenceRefusals[outcome.reason])} {'at' in outcome && reasonInLine(outcome.at)}
      </p>
    );
  }
  return (
    <>
      <p class="hint">{counted('preferences_taken', outcome.taken.length)}</p>
      <ul class="packfaults">
        {outcome.faults.map(({ field, reason }) => (
          <li key={field}>{words('preferences_fault', field, worded(reason))}</li>
        ))}
      </ul>
    </>
  );
}
