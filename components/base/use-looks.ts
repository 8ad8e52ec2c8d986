import { useEffect, useState } from 'preact/hooks';
import { watchPreferences } from '../../lib/library/preferences.ts';
import { markStyleSheet } from '../../lib/marking/style-sheet.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { defaultPreferences, type Preferences } from '../../lib/preferences/preferences.ts';
import { locale } from '../../lib/wording/words.ts';
import { applyTheme } from './theme.ts';

/** Theme, text size and the colours of the marks in a page of the extension, as the reviewer chose; the preferences in force. */
export function useLooks(): Preferences {
  const [preferences, setPreferences] = useState(defaultPreferences);
  useEffect(() => {
    const ended = new AbortController();
    document.documentElement.lang = locale();
    watchPreferences(
      ended.signal,
      (inForce) => setPreferences(inForce.preferences),
      () => setPreferences(defaultPreferences),
    );
    return () => ended.abort();
  }, []);
  useEffect(() => {
    applyTheme(document.documentElement, preferences);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markStyleSheet(palettes[preferences.palette]));
    document.adoptedStyleSheets = [sheet];
  }, [preferences]);
  return preferences;
}
