import type { Site } from '../../lib/portals/site.ts';
import type { Policy } from '../../lib/preferences/policy.ts';
import { words } from '../../lib/wording/words.ts';
import { useOptionsActions } from './options-actions.ts';

interface Props {
  policy: Policy;
  /** Places of the policy that could not be used. */
  broken: readonly string[];
  /** Sites that are allowed already. */
  sites: readonly Site[];
}

/** The portals an organisation lists, each one click from being allowed, and what it forbids. */
export function PolicyPortals({ policy, broken, sites }: Props) {
  const { allow } = useOptionsActions();
  const { organisation, portals, forbidden, onlyPortals } = policy;
  const open = portals.filter((pattern) => !sites.some((site) => site.pattern === pattern));
  return (
    <>
      {open.length > 0 && (
        <>
          <h3>
            {organisation === ''
              ? words('policy_portals')
              : words('policy_portals_named', organisation)}
          </h3>
          <p class="lead">{words('policy_portals_lead')}</p>
          <ul class="opts">
            {open.map((pattern) => (
              <li class="opt" key={pattern}>
                <span>{pattern.replace(/^[a-z*]+:\/\//, '').replace(/\/\*$/, '')}</span>
                <button
                  type="button"
                  class="btn"
                  aria-label={words('portal_allow_named', pattern)}
                  onClick={() => void allow(pattern)}
                >
                  {words('portal_allow')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {onlyPortals && <p class="hint">{words('policy_only_portals')}</p>}
      {forbidden.length > 0 && (
        <p class="hint">{words('policy_forbidden', forbidden.join(', '))}</p>
      )}
      {broken.length > 0 && (
        <p class="hint" role="alert">
          {words('policy_broken', broken.join(', '))}
        </p>
      )}
    </>
  );
}
