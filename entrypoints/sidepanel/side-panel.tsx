import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { applyTheme } from '../../components/base/theme.ts';
import { ActionsProvider } from '../../components/panel/actions.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { ShortcutsProvider } from '../../components/panel/shortcuts.ts';
import { SnippetShelfProvider } from '../../components/snippets/shelf.ts';
import { TeamStatusProvider } from '../../components/team/team-context.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import { isLibraryError } from '../../lib/library/database.ts';
import { watchPreferences } from '../../lib/library/preferences.ts';
import { watchProfiles } from '../../lib/library/profiles.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { type TeamStatus, watchTeam } from '../../lib/library/sync/team-status.ts';
import type { ActiveReview, SiteState } from '../../lib/messaging/active-review.ts';
import { followReview } from '../../lib/messaging/follow-review.ts';
import { tellWhenOnline } from '../../lib/messaging/follow-team.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { tellActivity } from '../../lib/messaging/tell-activity.ts';
import { watchAllowedSites } from '../../lib/portals/allowed-sites.ts';
import { newProfile, type PortalProfile } from '../../lib/portals/profile.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { locale } from '../../lib/wording/words.ts';
import { panelActions } from './panel-actions.ts';
import { useShelf } from './snippet-shelf.ts';

/** Wires the panel to the background, the preferences and the browser's permissions. */
export function SidePanel() {
  const active = useActiveReview();
  const preferences = usePreferences();
  const allowed = useAllowedSites();
  const profile = useProfile(active?.site ?? null);
  const shelf = useShelf();
  const team = useTeam();
  const tabId = active?.tab?.id ?? null;
  const [failed, setFailed] = useFailure(tabId);
  const actions = useMemo(() => panelActions(tabId, setFailed), [tabId, setFailed]);
  const shown = useMemo(() => active && withFault(active, failed), [active, failed]);

  useEffect(() => applyTheme(document.documentElement, preferences), [preferences]);
  useEffect(() => {
    if (tabId === null) return;
    const ended = new AbortController();
    tellActivity(
      () => void askBackground('panelToBackground', 'lookedAt', { tabId }),
      ended.signal,
    );
    return () => ended.abort();
  }, [tabId]);

  return (
    <ActionsProvider value={actions}>
      <ShortcutsProvider value={preferences.shortcuts}>
        <SnippetShelfProvider value={shelf}>
          <TeamStatusProvider value={team}>
            <Panel
              active={shown}
              allowed={allowed}
              profile={profile}
              singleKeys={preferences.singleKeys}
              role={preferences.role}
            />
          </TeamStatusProvider>
        </SnippetShelfProvider>
      </ShortcutsProvider>
    </ActionsProvider>
  );
}

function useActiveReview(): ActiveReview | null {
  const [active, setActive] = useState<ActiveReview | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    document.documentElement.lang = locale();
    void browser.windows.getCurrent().then(({ id }) => {
      if (id !== undefined && !ended.signal.aborted) followReview(id, setActive, ended.signal);
    });
    return () => ended.abort();
  }, []);
  return active;
}

/** The last thing that could not be done, until another tab is shown. */
function useFailure(tabId: number | null): [FaultCode | null, (fault: FaultCode | null) => void] {
  const [failed, setFailed] = useState<FaultCode | null>(null);
  useEffect(() => {
    // The one thing that rejects unheard: keeping a favourite, a snippet used lately.
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (isLibraryError(reason)) setFailed('CG-505');
    };
    addEventListener('unhandledrejection', onRejection);
    return () => removeEventListener('unhandledrejection', onRejection);
  }, []);
  useEffect(() => setFailed(null), [tabId]);
  return [failed, setFailed];
}

function withFault(active: ActiveReview, code: FaultCode | null): ActiveReview {
  return code === null ? active : { ...active, faults: [{ code }, ...active.faults] };
}

function usePreferences() {
  const [preferences, setPreferences] = useState(defaultPreferences);
  useEffect(() => {
    const ended = new AbortController();
    // What is wrong with stored settings comes with the review, as a fault.
    watchPreferences(
      ended.signal,
      (inForce) => setPreferences(inForce.preferences),
      () => setPreferences(defaultPreferences),
    );
    return () => ended.abort();
  }, []);
  return preferences;
}

/** How the team's library stands; null where there is none. */
function useTeam(): TeamStatus | null {
  const [status, setStatus] = useState<TeamStatus | null>(null);
  useEffect(() => {
    if (!hasTeamSync) return;
    const ended = new AbortController();
    watchTeam(ended.signal, setStatus, () => setStatus(null));
    tellWhenOnline(ended.signal);
    return () => ended.abort();
  }, []);
  return status;
}

/** The profile of the site the panel shows; one without places where there is none yet. */
function useProfile(site: SiteState | null): PortalProfile | null {
  const [profiles, setProfiles] = useState<readonly PortalProfile[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    watchProfiles(
      ended.signal,
      (read) => setProfiles(read.profiles),
      () => setProfiles([]),
    );
    return () => ended.abort();
  }, []);
  if (site === null || site.access !== 'granted') return null;
  const origin = `${site.pattern.split('//')[0]}//${site.host}`;
  const own = profiles.find(({ pages }) => pages.some((page) => page.startsWith(`${origin}/`)));
  return own ?? newProfile(site.host, origin);
}

function useAllowedSites(): string[] {
  const [allowed, setAllowed] = useState<string[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    watchAllowedSites(ended.signal, (sites) => setAllowed(sites.map(({ host }) => host)));
    return () => ended.abort();
  }, []);
  return allowed;
}
