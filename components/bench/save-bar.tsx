import { useEffect, useState } from 'preact/hooks';
import type { PackLibrary } from '../../lib/library/database.ts';
import { words } from '../../lib/wording/words.ts';
import { PackFaults } from '../options/pack-faults.tsx';
import type { BenchActions } from './bench-actions.ts';
import type { BenchData } from './bench-data.ts';

const names = { personal: 'library_personal', team: 'library_team' } as const;

/** Saves the pack among the own ones, or hands it out as a file. */
export function SaveBar({ data, actions }: { data: BenchData; actions: BenchActions }) {
  const [library, setLibrary] = useState<PackLibrary>(data.library);
  useEffect(() => setLibrary(data.library), [data.library]);
  const { saved, answer } = data;
  const unusable = answer?.faults.some(({ leftOut }) => leftOut === 'pack') ?? true;
  return (
    <>
      <div class="bar">
        <select
          class="field"
          aria-label={words('bench_save_as')}
          value={library}
          onChange={(event) => setLibrary(event.currentTarget.value as PackLibrary)}
        >
          {(['personal', 'team'] as const).map((each) => (
            <option key={each} value={each}>
              {words(names[each])}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="btn primary"
          disabled={unusable}
          onClick={() => actions.save(library)}
        >
          {words('bench_save')}
        </button>
        <button type="button" class="btn" onClick={() => actions.exportPack()}>
          {words('bench_export')}
        </button>
      </div>
      <div role="status">
        <Outcome saved={saved} />
      </div>
    </>
  );
}

function Outcome({ saved }: Pick<BenchData, 'saved'>) {
  if (saved === null) return null;
  if (saved === 'not-saved') return <p class="refusal">{words('settings_not_saved')}</p>;
  if ('refused' in saved) {
    return (
      <div class="refused">
        <p>{words('bench_refused')}</p>
        <PackFaults faults={saved.refused} />
      </div>
    );
  }
  const { title, library } = saved;
  return (
    <p class="hint">{words(library === 'team' ? 'bench_saved_team' : 'bench_saved', title)}</p>
  );
}
