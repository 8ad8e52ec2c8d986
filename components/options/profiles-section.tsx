import { useState } from 'preact/hooks';
import { placeNames } from '../../lib/case/portal-profile.ts';
import type { ProfileFault, ProfileImport } from '../../lib/library/import-profile.ts';
import type { Profiles } from '../../lib/library/profiles.ts';
import type { IdentifierInField } from '../../lib/library/shared-text.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import { reasonInLine } from '../../lib/wording/reasons.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import { placeTitles } from '../portal/place-row.tsx';
import { useTeamStatus } from '../team/team-context.ts';
import { GuardFindings } from './guard-findings.tsx';
import { useOptionsActions } from './options-actions.ts';
import { ProfileEditor } from './profile-editor.tsx';

/** Portal profiles: what each knows, its pages to edit, a file to hand on, and files to take in. */
export function ProfilesSection({ profiles, team, refused }: Profiles) {
  const { removeProfile } = useOptionsActions();
  return (
    <>
      <h3>{words('profiles')}</h3>
      <p class="lead">{words('profiles_lead')}</p>
      {profiles.length === 0 && <p class="none">{words('profiles_none')}</p>}
      {profiles.map((profile) => (
        <ProfileRow key={profile.id} profile={profile} isTeam={team.includes(profile.id)} />
      ))}
      {refused.map((id) => (
        <div class="own" key={id}>
          <p class="refused">{words('profile_refused', id)}</p>
          <button type="button" class="btn" onClick={() => void removeProfile(id)}>
            {words('own_pack_remove')}
          </button>
        </div>
      ))}
      <Import />
    </>
  );
}

function ProfileRow({ profile, isTeam }: { profile: PortalProfile; isTeam: boolean }) {
  const { removeProfile, exportProfile, saveProfile, shareProfile } = useOptionsActions();
  const canShare = useTeamStatus()?.canEdit === true;
  const [found, setFound] = useState<readonly IdentifierInField[]>([]);
  const [vouched, setVouched] = useState<ReadonlySet<string>>(new Set());
  const share = async (names: ReadonlySet<string>) => {
    setVouched(names);
    setFound(await shareProfile(profile.id, names));
  };
  const known = placeNames.filter((name) => profile.places[name] !== undefined);
  const rename = (name: string) => {
    if (name.trim() !== '') void saveProfile({ ...profile, name: name.trim() });
  };
  return (
    <div class="own">
      <div class="opt">
        <span>
          <input
            class="field"
            aria-label={words('profile_name_of', profile.name)}
            value={profile.name}
            maxLength={100}
            onChange={(event) => rename(event.currentTarget.value)}
          />
          <span class="why">{profile.pages.join(', ')}</span>
          {isTeam && <span class="why">{words('team_profile')}</span>}
          <span class="why">
            {known.length === 0
              ? words('profile_knows_nothing')
              : words('profile_knows', known.map((name) => words(placeTitles[name])).join(', '))}
          </span>
        </span>
      </div>
      <details class="profile__more">
        <summary>{words('profile_edit_named', profile.name)}</summary>
        <ProfileEditor profile={profile} onSave={(changed) => void saveProfile(changed)} />
      </details>
      <span class="bar">
        <button
          type="button"
          class="btn"
          aria-label={words('profile_export_named', profile.name)}
          onClick={() => exportProfile(profile)}
        >
          {words('profile_export')}
        </button>
        {!isTeam && canShare && (
          <button
            type="button"
            class="btn"
            aria-label={words('team_share_named', profile.name)}
            onClick={() => void share(vouched)}
          >
            {words('team_share')}
          </button>
        )}
        {(!isTeam || canShare) && (
          <button
            type="button"
            class="btn"
            aria-label={words('own_pack_remove_named', profile.name)}
            onClick={() => void removeProfile(profile.id)}
          >
            {words('own_pack_remove')}
          </button>
        )}
      </span>
      {found.length > 0 && (
        <GuardFindings found={found} onVouch={(text) => void share(new Set([...vouched, text]))} />
      )}
    </div>
  );
}

function Import() {
  const { importProfile } = useOptionsActions();
  const [outcome, setOutcome] = useState<ProfileImport | null>(null);
  return (
    <>
      <div class="bar">
        <FileChooser
          words={words('profile_import')}
          label={words('profile_file')}
          accept=".json,application/json"
          onFile={(file) => void importProfile(file).then(setOutcome)}
        />
      </div>
      <div role="status">
        {outcome !== null && 'added' in outcome && (
          <p class="hint">{words('profile_added', outcome.added.name)}</p>
        )}
        {outcome !== null && 'faults' in outcome && (
          <div class="refused">
            <p>{words('profile_not_added')}</p>
            <ul>
              {outcome.faults.map((fault) => (
                <li key={fault.path + fault.reason.name}>{placedReason(fault)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}

function placedReason({ line, path, reason }: ProfileFault): string {
  if (line !== undefined) return reasonInLine({ line, reason });
  const sentence = worded(reason);
  return path === '' ? sentence : `${path}: ${sentence}`;
}
