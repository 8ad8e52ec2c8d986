import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { applyTheme } from '../../components/base/theme.ts';
import { ActionsProvider } from '../../components/panel/actions.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { watchPreferences } from '../../lib/library/preferences.ts';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { followReview } from '../../lib/messaging/follow-review.ts';
import { watchAllowedSites } from '../../lib/portals/allowed-sites.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { locale } from '../../lib/wording/words.ts';
import { panelActions } from './panel-actions.ts';

/** Wires the panel to the background, the preferences and the browser's permissions. */
export function SidePanel() {
  const active = useActiveReview();
  const preferences = usePreferences();
  const allowed = useAllowedSites();
  const tabId = active?.tab?.id ?? null;
  const actions = useMemo(() => panelActions(tabId), [tabId]);

  useEffect(() => applyTheme(document.documentElement, preferences), [preferences]);

  return (
    <ActionsProvider value={actions}>
      <Panel active={active} allowed={allowed} singleKeys={preferences.singleKeys} />
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

function useAllowedSites(): string[] {
  const [allowed, setAllowed] = useState<string[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    watchAllowedSites(ended.signal, (sites) => setAllowed(sites.map(({ host }) => host)));
    return () => ended.abort();
  }, []);
  return allowed;
}
