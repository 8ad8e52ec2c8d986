import { browser } from 'wxt/browser';
import { isOnServer, readTeamAddress } from '../../../lib/library/sync/team-address.ts';
import type { TeamErrorKind } from '../../../lib/library/sync/team-error.ts';
import { policyInForce } from '../../../lib/portals/managed.ts';
import { siteOf } from '../../../lib/portals/site.ts';

/** Why a server must not be asked: by the organisation's choice or the browser's; null if it may. */
export async function hindranceOf({ address }: { address: string }): Promise<TeamErrorKind | null> {
  const read = readTeamAddress(address);
  const site = siteOf(address);
  if ('fault' in read || site === undefined) return 'broken';
  const { policy } = await policyInForce();
  if (policy.teamServer !== '' && !isOnServer(read.address, policy.teamServer)) {
    return 'other-server';
  }
  const isPermitted = await browser.permissions.contains({ origins: [site.pattern] });
  return isPermitted ? null : 'not-permitted';
}
