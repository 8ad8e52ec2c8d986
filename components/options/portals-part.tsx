import { useId, useState } from 'preact/hooks';
import type { Profiles } from '../../lib/library/profiles.ts';
import { patternOf } from '../../lib/portals/allowed-sites.ts';
import type { Site } from '../../lib/portals/site.ts';
import type { Policy } from '../../lib/preferences/policy.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Choice } from './choice.tsx';
import { useOptionsActions } from './options-actions.ts';
import { PolicyPortals } from './policy-portals.tsx';
import { ProfilesSection } from './profiles-section.tsx';

interface Props {
  sites: readonly Site[];
  profiles: Profiles;
  /** Null until they were read. */
  preferences: Preferences | null;
  policy: Policy;
  /** Places of the policy that could not be used. */
  policyBroken: readonly string[];
}

/** The sites on which Caseglass runs, a field to allow another, and how long cases are kept. */
export function PortalsPart({ sites, profiles, preferences, policy, policyBroken }: Props) {
  const { revoke, save } = useOptionsActions();
  return (
    <section aria-labelledby="portals">
      <h2 id="portals">{words('part_portals')}</h2>
      <p class="lead">{words('portals_lead')}</p>
      <ul class="opts">
        {sites.map(({ host, pattern }) => (
          <li class="opt" key={pattern}>
            <span>
              {host}
              <span class="why">{pattern}</span>
            </span>
            <button
              type="button"
              class="btn"
              aria-label={words('portal_revoke_named', host)}
              onClick={() => void revoke(pattern)}
            >
              {words('portal_revoke')}
            </button>
          </li>
        ))}
      </ul>
      {sites.length === 0 && <p class="none">{words('portals_none')}</p>}
      <PolicyPortals policy={policy} broken={policyBroken} sites={sites} />
      <AllowSite />
      <ProfilesSection {...profiles} />
      {preferences !== null && (
        <Choice
          preference="forgetAfter"
          title={words('setting_forget_after')}
          values={[15, 30, 60, 240] as const}
          chosen={preferences.forgetAfter}
          show={timeOf}
          onChoose={(minutes) => void save('forgetAfter', minutes)}
        />
      )}
    </section>
  );
}

function timeOf(minutes: number): string {
  return minutes < 60
    ? words('forget_after_minutes', minutes)
    : counted('forget_after_hours', minutes / 60);
}

function AllowSite() {
  const { allow } = useOptionsActions();
  const field = useId();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');

  const ask = async () => {
    const pattern = patternOf(typed);
    if (pattern === undefined) {
      setSaid(words('portal_no_address'));
      return;
    }
    const allowed = await allow(pattern);
    setSaid(allowed ? '' : words('portal_not_allowed'));
    if (allowed) setTyped('');
  };

  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <label for={field}>{words('portal_add')}</label>
      <div class="rerun__in">
        <input
          class="field"
          id={field}
          value={typed}
          placeholder="https://"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {words('portal_allow')}
        </button>
      </div>
      <p class="hint" role="status">
        {said}
      </p>
    </form>
  );
}
