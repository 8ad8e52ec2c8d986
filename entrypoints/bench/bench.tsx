import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyTheme } from '../../components/base/theme.ts';
import type { BenchData } from '../../components/bench/bench-data.ts';
import { BenchPage } from '../../components/bench/bench-page.tsx';
import { watchPreferences } from '../../lib/library/preferences.ts';
import { markStyleSheet } from '../../lib/marking/style-sheet.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { locale } from '../../lib/wording/words.ts';
import { BenchDesk, emptyBench } from './bench-desk.ts';

/** Wires the bench to its worker, the library, the background and the preferences. */
export function Bench() {
  const [data, setData] = useState<BenchData>(emptyBench);
  const desk = useMemo(() => new BenchDesk(setData), []);
  const isSaved = useRef(true);
  isSaved.current = data.isSaved;

  useLooks();
  useEffect(() => {
    void desk.begin(location.hash);
    return () => desk.stop();
  }, [desk]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!isSaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  return <BenchPage data={data} actions={desk} />;
}

/** Theme, text size and the colours of the marks, as the reader chose them. */
function useLooks(): void {
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
}
