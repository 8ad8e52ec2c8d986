import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { applyTheme } from '../../components/base/theme.ts';
import { LibraryActionsProvider } from '../../components/options/library-actions.ts';
import { OptionsActionsProvider } from '../../components/options/options-actions.ts';
import {
  OptionsPage,
  type OptionsPartName,
  optionsParts,
} from '../../components/options/options-page.tsx';
import { TeamActionsProvider } from '../../components/team/team-actions.ts';
import { isLibraryError } from '../../lib/library/database.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { locale } from '../../lib/wording/words.ts';
import { optionsActions } from './change.ts';
import { useOptionsData } from './data.ts';
import { libraryActions } from './library-change.ts';
import { teamActions } from './team-change.ts';

/** Wires the options to the library, the permissions and the background. */
export function Options() {
  const part = usePart();
  const { data, shipped } = useOptionsData();
  const [notSaved, setNotSaved] = useState(false);
  const actions = useMemo(() => optionsActions(shipped, setNotSaved), [shipped]);
  const sites = useRef(data.sites);
  sites.current = data.sites;
  const team = useMemo(
    () => teamActions((wanted) => sites.current.some(({ pattern }) => pattern === wanted)),
    [],
  );
  const preferences = data.inForce?.preferences ?? defaultPreferences;

  useEffect(() => {
    document.documentElement.lang = locale();
    // What is not told to its control: a snippet removed, copied, brought up to date.
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (isLibraryError(reason)) setNotSaved(true);
    };
    addEventListener('unhandledrejection', onRejection);
    return () => removeEventListener('unhandledrejection', onRejection);
  }, []);
  useEffect(() => applyTheme(document.documentElement, preferences), [preferences]);

  return (
    <OptionsActionsProvider value={actions}>
      <LibraryActionsProvider value={libraryActions}>
        <TeamActionsProvider value={team}>
          <OptionsPage
            part={part}
            data={{ ...data, notSaved, version: browser.runtime.getManifest().version }}
          />
        </TeamActionsProvider>
      </LibraryActionsProvider>
    </OptionsActionsProvider>
  );
}

/** The part the address names: `options.html#marks`. */
function usePart(): OptionsPartName {
  const [part, setPart] = useState(partOf(location.hash));
  useEffect(() => {
    const follow = () => setPart(partOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return part;
}

function partOf(hash: string): OptionsPartName {
  return optionsParts.find((name) => `#${name}` === hash) ?? 'portals';
}
