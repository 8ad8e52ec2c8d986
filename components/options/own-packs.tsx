import { useState } from 'preact/hooks';
import type { ImportFault, OwnPacks, PackImport } from '../../lib/library/packs.ts';
import { words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import { useTeamStatus } from '../team/team-context.ts';
import { benchAddress } from './bench-address.ts';
import { useOptionsActions } from './options-actions.ts';
import { PackFaults } from './pack-faults.tsx';
import { PackRow } from './pack-row.tsx';

interface Props {
  own: OwnPacks;
  packsOff: readonly string[];
}

/** The user's own packs: import with what is wrong in them, switch, remove. */
export function OwnPacksSection({ own, packsOff }: Props) {
  const { importPack, removePack, sharePack } = useOptionsActions();
  const canShare = useTeamStatus()?.canEdit === true;
  const [outcome, setOutcome] = useState<{ file: string; result: PackImport } | null>(null);

  const take = async (file: File) => {
    setOutcome({ file: file.name, result: await importPack(file) });
  };

  return (
    <>
      <h3>{words('own_packs')}</h3>
      <p class="lead">{words('own_packs_lead')}</p>
      {own.packs.map(({ pack, library, added }) => (
        <div class="own" key={pack.id}>
          <PackRow pack={pack} packsOff={packsOff} library={library} />
          <span class="bar">
            <a
              class="btn"
              href={benchAddress(`own/${pack.id}`)}
              aria-label={words('own_pack_edit_named', pack.title)}
            >
              {words('own_pack_edit')}
            </a>
            {library === 'personal' && canShare && (
              <button
                type="button"
                class="btn"
                aria-label={words('team_share_named', pack.title)}
                onClick={() =>
                  void sharePack(pack).then((result) => setOutcome({ file: pack.title, result }))
                }
              >
                {words('team_share')}
              </button>
            )}
            {(library === 'personal' || added !== '' || canShare) && (
              <RemoveButton title={pack.title} onClick={() => void removePack(pack.id)} />
            )}
          </span>
        </div>
      ))}
      {own.refused.map(({ id, faults }) => (
        <div class="own" key={id}>
          <Refused title={words('own_pack_refused', id)} faults={faults} />
          <RemoveButton title={id} onClick={() => void removePack(id)} />
        </div>
      ))}
      <div class="bar">
        <FileChooser
          words={words('own_packs_import')}
          label={words('own_packs_file')}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
        <a class="btn" href={benchAddress()}>
          {words('bench_link')}
        </a>
      </div>
      <div role="status">{outcome !== null && <Outcome {...outcome} />}</div>
    </>
  );
}

function Outcome({ file, result }: { file: string; result: PackImport }) {
  if (!('added' in result)) {
    return <Refused title={words('own_pack_not_added', file)} faults={result.faults} />;
  }
  const { title } = result.added.pack;
  if (result.added.library === 'team') return <p class="hint">{words('team_shared', title)}</p>;
  if (result.faults.length === 0) return <p class="hint">{words('own_pack_added', title)}</p>;
  return <Refused title={words('own_pack_added_partly', title)} faults={result.faults} />;
}

function Refused({ title, faults }: { title: string; faults: readonly ImportFault[] }) {
  return (
    <div class="refused">
      <p>{title}</p>
      <PackFaults faults={faults} />
    </div>
  );
}

function RemoveButton({ title, onClick }: { title: string; onClick: () => void }) {
  return (
    <button
      type="button"
      class="btn"
      aria-label={words('own_pack_remove_named', title)}
      onClick={onClick}
    >
      {words('own_pack_remove')}
    </button>
  );
}
