import type { TeamActions } from '../../components/team/team-actions.ts';
import { endConflict } from '../../lib/library/sync/conflicts.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { siteOf } from '../../lib/portals/site.ts';
import { permitTeamSite } from '../../lib/portals/team-site.ts';

/**
 * What the options' controls do with the team. Whatever goes to a server is done by the background:
 * a page can reach none.
 *
 * @param isPortal whether the site of this pattern is among the allowed portals
 */
export function teamActions(isPortal: (pattern: string) => boolean): TeamActions {
  return {
    permit(address) {
      const pattern = siteOf(address)?.pattern;
      return pattern === undefined
        ? Promise.resolve(false)
        : permitTeamSite(pattern, isPortal(pattern));
    },
    async test(credentials) {
      const found = await askBackground('teamToBackground', 'teamTest', credentials);
      return found.ok ? found.value : 'unanswered';
    },
    async signIn(credentials, stay) {
      const form = { ...credentials, stay };
      const found = await askBackground('teamToBackground', 'teamSignIn', form);
      return found.ok ? found.value : 'unanswered';
    },
    async signOut() {
      await askBackground('teamToBackground', 'teamSignOut', null);
    },
    async leave(copies) {
      await askBackground('teamToBackground', 'teamLeave', { copies });
    },
    async setUp(credentials, { name, editors, readers }) {
      const order = { name, editors: [...editors], readers: [...readers] };
      const made = await askBackground('teamToBackground', 'teamSetUp', {
        ...credentials,
        ...order,
      });
      return made.ok ? made.value : 'unanswered';
    },
    async sync() {
      await askBackground('teamToBackground', 'teamSync', { occasion: 'asked' });
    },
    async endConflict(seen, chosen, vouched) {
      const end = await endConflict(seen, chosen, vouched);
      if (end === 'done') await tellOfEdit();
      return end;
    },
  };
}

/** Something of the team's library was written here: the background sends it soon. */
export async function tellOfEdit(): Promise<void> {
  await askBackground('teamToBackground', 'teamEdited', null);
}
