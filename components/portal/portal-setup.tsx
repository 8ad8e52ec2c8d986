import { useState } from 'preact/hooks';
import { type PlaceName, type PortalPlaces, placeNames } from '../../lib/case/portal-profile.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import { words } from '../../lib/wording/words.ts';
import { ViewHead } from '../base/view-head.tsx';
import { useActions } from '../panel/actions.ts';
import { PlaceRow } from './place-row.tsx';

interface Props {
  /** The site the panel shows. */
  host: string;
  profile: PortalProfile;
  onBack: () => void;
}

/** Where things stand on this portal's pages: pointed at in the page, or told by their label. */
export function PortalSetup({ host, profile, onBack }: Props) {
  const { saveProfile } = useActions();
  const [shows, setShows] = useState<Partial<Record<PlaceName, string>>>({});
  const setPlace = (name: PlaceName, place: PortalPlaces[PlaceName], shown?: string) => {
    const { [name]: _, ...others } = profile.places;
    setShows((all) => ({ ...all, [name]: shown ?? '' }));
    saveProfile({
      ...profile,
      places: place === undefined ? others : { ...others, [name]: place },
    });
  };
  return (
    <>
      <ViewHead title={words('portal_setup', host)} onBack={onBack} />
      <p class="hung portal__lead">{words('portal_setup_why')}</p>
      {placeNames.map((name) => (
        <PlaceRow
          key={name}
          name={name}
          place={profile.places[name]}
          shows={shows[name] ?? ''}
          onPlace={(place, shown) => setPlace(name, place, shown)}
        />
      ))}
    </>
  );
}
