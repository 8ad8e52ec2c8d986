import { useEffect, useState } from 'preact/hooks';
import { writtenKey } from '../../lib/preferences/shortcuts.ts';
import { words } from '../../lib/wording/words.ts';
import type { Entry } from '../palette/entries.ts';
import { Palette } from '../palette/palette.tsx';
import { useShortcuts } from '../panel/shortcuts.ts';
import type { ReaderActions, ReaderData } from './reader-data.ts';

interface Props {
  data: ReaderData;
  actions: ReaderActions;
}

/** More places of a term are gone through with the reader's own search. */
const MOST_HITS = 50;
/** Letters shown to each side of a place. */
const AROUND = 40;

/** The palette of the reader: its pages, and every place of a term in its text. */
export function ReaderPalette({ data, actions }: Props) {
  const [open, setOpen] = useState(false);
  const { palette } = useShortcuts();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (writtenKey(event) !== palette || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [palette]);
  if (!open) return null;
  const pages = data.pages.map(
    (_, page): Entry => ({
      id: `page ${page}`,
      group: 'documents',
      title: words('palette_page', page + 1),
      detail: data.name ?? '',
      run: () => actions.goToPage(page),
    }),
  );
  return (
    <Palette
      entries={pages}
      label={words('palette_reader_field')}
      search={async (term) => placesOf(term, data, actions)}
      onClose={() => setOpen(false)}
    />
  );
}

function placesOf(term: string, { text, starts }: ReaderData, actions: ReaderActions): Entry[] {
  const found: Entry[] = [];
  const low = text.toLowerCase();
  const wanted = term.toLowerCase();
  let at = low.indexOf(wanted);
  while (at >= 0 && found.length < MOST_HITS) {
    const place = at;
    const page = Math.max(
      0,
      starts.findLastIndex((start) => start <= place),
    );
    found.push({
      id: `text ${place}`,
      group: 'text',
      title: text.slice(Math.max(0, place - AROUND), place + wanted.length + AROUND),
      detail: words('palette_page', page + 1),
      quoted: true,
      run: () => {
        actions.find(term);
        actions.goToPage(page);
      },
    });
    at = low.indexOf(wanted, place + wanted.length);
  }
  return found;
}
