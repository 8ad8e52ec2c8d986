import type { Pack } from '../../lib/guidelines/pack.ts';
import type { PackLibrary } from '../../lib/library/database.ts';
import { showPeriod } from '../../lib/wording/dates.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { useOptionsActions } from './options-actions.ts';
import { ToggleRow } from './toggle-row.tsx';

interface RowProps {
  pack: Pack;
  packsOff: readonly string[];
  /** Whose pack it is, where it is no shipped one. */
  library?: PackLibrary;
}

/** A pack with edition, dates in force and jurisdiction; a guideline can be switched off. */
export function PackRow({ pack, packsOff, library }: RowProps) {
  const { save } = useOptionsActions();
  const why = inWords(pack, library);
  if (pack.guideline === undefined) {
    return (
      <div class="opt">
        <span>{pack.title}</span>
        <span class="why">{why}</span>
      </div>
    );
  }
  const others = packsOff.filter((id) => id !== pack.id);
  return (
    <ToggleRow
      preference="packsOff"
      title={pack.title}
      why={why}
      on={!packsOff.includes(pack.id)}
      onChange={(on) => void save('packsOff', on ? others : [...others, pack.id])}
    />
  );
}

const libraries = { personal: 'library_personal', team: 'library_team' } as const;

function inWords(pack: Pack, library?: PackLibrary) {
  const { guideline, criteria = [], standards = [], jurisdiction, version, replaces } = pack;
  const parts =
    guideline === undefined
      ? [counted('criteria', criteria.length)]
      : [
          words('pack_edition', guideline.edition),
          words('pack_in_force', showPeriod(guideline.inForce.from, guideline.inForce.to ?? null)),
          counted('standards', standards.length),
        ];
  return [
    ...(library === undefined ? [] : [words(libraries[library])]),
    ...(replaces === undefined ? [] : [words('pack_replaces', replaces)]),
    ...parts,
    jurisdiction,
    words('pack_version', version),
  ].join(' · ');
}
