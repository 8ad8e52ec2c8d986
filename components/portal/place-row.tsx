import { useId, useState } from 'preact/hooks';
import type { Locator, PlaceName } from '../../lib/case/portal-profile.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { useActions } from '../panel/actions.ts';

export const placeTitles = {
  caseArea: 'place_case_area',
  claimNumber: 'place_claim_number',
  requestDate: 'place_request_date',
  receivedDate: 'place_received_date',
  author: 'place_author',
  determination: 'place_determination',
} as const satisfies Record<PlaceName, MessageKey>;

interface Props {
  name: PlaceName;
  place: Locator | undefined;
  /** What stood there when it was pointed at. */
  shows: string;
  onPlace: (place: Locator | undefined, shows?: string) => void;
}

/** One place of a portal's pages: what is known of it, and the ways to tell it. */
export function PlaceRow({ name, place, shows, onPlace }: Props) {
  const { pickPlace } = useActions();
  const [picking, setPicking] = useState(false);
  const title = words(placeTitles[name]);
  const point = async () => {
    setPicking(true);
    const picked = await pickPlace(name);
    setPicking(false);
    if (picked) onPlace(picked.locator, picked.shows);
  };
  return (
    <section class="portal__place" aria-label={title}>
      <div class="doc__t">
        <strong>{title}</strong>
        {place !== undefined && (
          <button
            type="button"
            class="iconbtn"
            aria-label={words('place_forget', title)}
            title={words('place_forget', title)}
            onClick={() => onPlace(undefined)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p class="doc__how">{told(place, shows)}</p>
      <div class="bar">
        <button
          type="button"
          class="btn"
          aria-disabled={picking}
          aria-label={words('place_point_named', title)}
          onClick={() => !picking && void point()}
        >
          {words(picking ? 'place_pointing' : 'place_point')}
        </button>
      </div>
      {name !== 'caseArea' && name !== 'determination' && (
        <ByLabel title={title} onLabel={(label) => onPlace({ by: 'label', label })} />
      )}
    </section>
  );
}

function told(place: Locator | undefined, shows: string): string {
  if (place === undefined) return words('place_unknown');
  const how = place.by === 'label' ? words('place_by_label', place.label) : words('place_by_path');
  return shows === '' ? how : `${how} ${words('place_shows', shows)}`;
}

/** The way without a mouse: the words the portal writes beside the value. */
function ByLabel({ title, onLabel }: { title: string; onLabel: (label: string) => void }) {
  const field = useId();
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const label = typed.trim();
        if (label === '') return;
        onLabel(label);
        setTyped('');
      }}
    >
      <label class="sr" for={field}>
        {words('place_label_of', title)}
      </label>
      <div class="rerun__in">
        <input
          class="field"
          id={field}
          value={typed}
          maxLength={100}
          placeholder={words('place_label')}
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn" aria-label={words('place_label_use_named', title)}>
          {words('place_label_use')}
        </button>
      </div>
    </form>
  );
}
