import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLooks } from '../../components/base/use-looks.ts';
import { ShortcutsProvider } from '../../components/panel/shortcuts.ts';
import type { ReaderData } from '../../components/reader/reader-data.ts';
import { ReaderPage } from '../../components/reader/reader-page.tsx';
import { words } from '../../lib/wording/words.ts';
import { fetchFromPage } from './fetch-from-page.ts';
import { emptyReader, ReaderDesk } from './reader-desk.ts';

/** Wires the reader to its desk: `reader.html#case=ID&tab=7&file=https://...`. */
export function Reader() {
  const asked = useMemo(() => new URLSearchParams(location.hash.slice(1)), []);
  const [data, setData] = useState<ReaderData>(emptyReader);
  const desk = useMemo(() => new ReaderDesk(asked.get('case'), setData), [asked]);
  const { shortcuts } = useLooks();
  useEffect(() => {
    void desk.tellActivity();
    const tab = Number(asked.get('tab'));
    const file = asked.get('file');
    if (file !== null) void fetchFromPage(tab, file, desk);
    return () => desk.stop();
  }, [asked, desk]);
  useEffect(() => {
    document.title = data.name ?? words('reader_title');
  }, [data.name]);
  return (
    <ShortcutsProvider value={shortcuts}>
      <ReaderPage data={data} actions={desk} />
    </ShortcutsProvider>
  );
}
