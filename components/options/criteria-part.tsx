import type { Pack } from '../../lib/guidelines/pack.ts';
import type { OwnPacks } from '../../lib/library/packs.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { OwnPacksSection } from './own-packs.tsx';
import { PackRow } from './pack-row.tsx';

interface Props {
  packsOff: readonly string[];
  shipped: readonly Pack[];
  own: OwnPacks;
}

/** Which criteria are asked and which guidelines cited, each pack with its edition and dates. */
export function CriteriaPart({ packsOff, shipped, own }: Props) {
  const guidelines = shipped.filter(({ guideline }) => guideline !== undefined);
  const treatments = shipped.filter(
    ({ guideline, criteria = [] }) => guideline === undefined && criteria.length > 0,
  );
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{words('part_criteria')}</h2>
      <p class="lead">{words('criteria_lead')}</p>
      <PackList title="criteria_guidelines" packs={guidelines} packsOff={packsOff} />
      <PackList title="criteria_treatments" packs={treatments} packsOff={packsOff} />
      <OwnPacksSection own={own} packsOff={packsOff} />
    </section>
  );
}

interface ListProps {
  title: MessageKey;
  packs: readonly Pack[];
  packsOff: readonly string[];
}

function PackList({ title, packs, packsOff }: ListProps) {
  if (packs.length === 0) return null;
  return (
    <>
      <h3>{words(title)}</h3>
      {packs.map((pack) => (
        <PackRow key={pack.id} pack={pack} packsOff={packsOff} />
      ))}
    </>
  );
}
