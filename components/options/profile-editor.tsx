import { useId, useState } from 'preact/hooks';
import { type PlaceName, placeNames } from '../../lib/case/portal-profile.ts';
import { type PortalProfile, portalProfile } from '../../lib/portals/profile.ts';
import { readShape } from '../../lib/saying/read-shape.ts';
import type { Said } from '../../lib/saying/said.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { placeTitles } from '../portal/place-row.tsx';

interface Props {
  profile: PortalProfile;
  onSave: (profile: PortalProfile) => void;
}

/** The addresses and places of a profile, to be changed without the portal at hand. */
export function ProfileEditor({ profile, onSave }: Props) {
  const pages = useId();
  const [refused, setRefused] = useState<Said | null>(null);
  const save = (changed: PortalProfile) => {
    const [fault] = readShape(portalProfile, changed).faults;
    setRefused(fault?.reason ?? null);
    if (fault === undefined) onSave(changed);
  };
  const setPlace = (name: PlaceName, label: string) => {
    const { [name]: _, ...others } = profile.places;
    const place = label.trim() === '' ? {} : { [name]: { by: 'label', label: label.trim() } };
    save({ ...profile, places: { ...others, ...place } });
  };
  return (
    <div class="profile__edit">
      <label for={pages}>{words('profile_pages')}</label>
      <textarea
        class="field"
        id={pages}
        rows={2}
        value={profile.pages.join('\n')}
        onChange={({ currentTarget: { value } }) =>
          save({ ...profile, pages: value.split('\n').flatMap((line) => line.trim() || []) })
        }
      />
      {placeNames.map((name) => (
        <PlaceField
          key={name}
          name={name}
          place={profile.places[name]}
          onLabel={(label) => setPlace(name, label)}
        />
      ))}
      <p class="hint" role="status">
        {refused !== null && worded(refused)}
      </p>
    </div>
  );
}

interface PlaceFieldProps {
  name: PlaceName;
  place: PortalProfile['places'][PlaceName];
  onLabel: (label: string) => void;
}

/** A place by the words beside it; one that was pointed at can be forgotten here, or told by words. */
function PlaceField({ name, place, onLabel }: PlaceFieldProps) {
  const field = useId();
  const title = words(placeTitles[name]);
  const isPart = name === 'caseArea' || name === 'determination';
  const isPath = place?.by === 'path';
  if (isPart && place === undefined) return null;
  return (
    <>
      <label for={field}>{title}</label>
      <div class="rerun__in">
        <input
          class="field"
          id={field}
          disabled={isPart}
          maxLength={100}
          value={place?.by === 'label' ? place.label : ''}
          placeholder={words(isPath ? 'place_by_path' : 'place_label')}
          onChange={(event) => onLabel(event.currentTarget.value)}
        />
        {place !== undefined && (
          <button
            type="button"
            class="btn"
            aria-label={words('place_forget', title)}
            onClick={() => onLabel('')}
          >
            {words('own_pack_remove')}
          </button>
        )}
      </div>
    </>
  );
}
