import { useEffect, useState } from 'preact/hooks';
import type { OptionsData } from '../../components/options/options-page.tsx';
import { readPack } from '../../lib/guidelines/load-packs.ts';
import { NewerLibraryError, teamLibrary } from '../../lib/library/database.ts';
import { watchOwnPacks } from '../../lib/library/packs.ts';
import { watchPreferences } from '../../lib/library/preferences.ts';
import { watchProfiles } from '../../lib/library/profiles.ts';
import { readShippedPacks, type ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { readShippedSnippets } from '../../lib/library/shipped-snippets.ts';
import { noLibraries, watchLibraries } from '../../lib/library/snippets.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { watchConflicts } from '../../lib/library/sync/conflicts.ts';
import { watchTeam } from '../../lib/library/sync/team-status.ts';
import { tellWhenOnline } from '../../lib/messaging/follow-team.ts';
import { watchAllowedSites } from '../../lib/portals/allowed-sites.ts';
import { onPolicyChange, policyInForce } from '../../lib/portals/managed.ts';
import { noPolicy } from '../../lib/preferences/policy.ts';

type Data = Omit<OptionsData, 'version' | 'notSaved'>;

const nothing: Data = {
  sites: [],
  inForce: null,
  closed: null,
  shipped: [],
  own: { packs: [], refused: [] },
  profiles: { profiles: [], team: [], refused: [] },
  libraries: noLibraries,
  starter: [],
  team: { status: null, conflicts: [] },
  policy: noPolicy,
  policyBroken: [],
};

/** Everything the options show, kept up to date. */
export function useOptionsData(): { data: Data; shipped: Promise<ShippedPacks> } {
  const [data, setData] = useState(nothing);
  const [shipped] = useState(readShippedPacks);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const set = (more: Partial<Data>) => setData((now) => ({ ...now, ...more }));
    const cannotRead = (error: unknown) =>
      set({ closed: error instanceof NewerLibraryError ? 'newer' : 'unreadable' });

    const readPolicy = () =>
      void policyInForce().then(({ policy, broken }) => {
        if (!signal.aborted) set({ policy, policyBroken: broken });
      });
    readPolicy();
    onPolicyChange(readPolicy, signal);
    watchAllowedSites(signal, (sites) => set({ sites }));
    watchPreferences(signal, (inForce) => set({ inForce, closed: null }), cannotRead);
    watchOwnPacks(signal, (own) => set({ own }), cannotRead);
    watchProfiles(signal, (profiles) => set({ profiles }), cannotRead);
    watchLibraries(signal, (libraries) => set({ libraries }), cannotRead);
    if (hasTeamSync) {
      const setTeam = (more: Partial<Data['team']>) =>
        setData((now) => ({ ...now, team: { ...now.team, ...more } }));
      watchTeam(signal, (status) => setTeam({ status }), cannotRead);
      watchConflicts(teamLibrary, signal, (conflicts) => setTeam({ conflicts }), cannotRead);
      tellWhenOnline(signal);
    }
    void readShippedSnippets().then((starter) => {
      if (!signal.aborted) set({ starter });
    });
    void shipped.then(({ files }) => {
      const packs = files.flatMap((file) => readPack(file, [])?.pack ?? []);
      if (!signal.aborted) set({ shipped: packs });
    });
    return () => ended.abort();
  }, [shipped]);
  return { data, shipped };
}
