import { useState } from 'preact/hooks';
import type { UpdateOffer } from '../../lib/library/snippet-updates.ts';
import { diffWords } from '../../lib/library/sync/word-diff.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import { words } from '../../lib/wording/words.ts';
import { Compared } from '../team/compared.tsx';
import { useLibraryActions } from './library-actions.ts';
import { mergedFieldTexts, valueInWords } from './snippet-words.ts';

/** Own copies whose originals have changed, each with what a merge would make of it. */
export function UpdateOffers({ offers }: { offers: readonly UpdateOffer[] }) {
  return (
    <>
      {offers.map((offer) => (
        <Offer key={offer.copy.key} offer={offer} />
      ))}
    </>
  );
}

function Offer({ offer }: { offer: UpdateOffer }) {
  const { takeUpdate, declineUpdate } = useLibraryActions();
  const [theirs, setTheirs] = useState<ReadonlySet<MergedField>>(new Set());
  const { merged, conflicts } = offer.merge;
  const { title } = offer.copy.snippet;
  const toggle = (field: MergedField, on: boolean) =>
    setTheirs(new Set(on ? [...theirs, field] : [...theirs].filter((each) => each !== field)));
  return (
    <section class="form" aria-label={words('offer_title', title)}>
      <p>{words('offer_title', title)}</p>
      {conflicts.length === 0 && (
        <>
          <p class="hint">{words('offer_clean')}</p>
          <Compared runs={diffWords(offer.copy.snippet.text, merged.text)} second="offer_merged" />
        </>
      )}
      {conflicts.map(({ field, mine, theirs: other }) => (
        <div key={field}>
          <Compared
            runs={diffWords(shown(field, mine), shown(field, other))}
            second="offer_theirs"
          />
          <label class="check">
            <input
              type="checkbox"
              checked={theirs.has(field)}
              onChange={(event) => toggle(field, event.currentTarget.checked)}
            />{' '}
            {words('offer_conflict', words(mergedFieldTexts[field]))}
          </label>
        </div>
      ))}
      <div class="bar">
        <button type="button" class="btn primary" onClick={() => void takeUpdate(offer, theirs)}>
          {words('offer_take')}
        </button>
        <button type="button" class="btn" onClick={() => void declineUpdate(offer)}>
          {words('offer_decline')}
        </button>
      </div>
    </section>
  );
}

function shown(field: MergedField, value: unknown): string {
  return typeof value === 'string' ? valueInWords(field, value) : (JSON.stringify(value) ?? '');
}
