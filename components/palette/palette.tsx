import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted, type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Icon } from '../base/icon.tsx';
import type { Entry, EntryGroup } from './entries.ts';
import { scoreOf } from './score.ts';

interface Props {
  entries: readonly Entry[];
  /** What is searched by an index of its own: the best few for what was typed. */
  find?: (term: string) => Entry[];
  /** Name of the field; by default that of a case. */
  label?: string;
  /** Looks for a term in the text of the claim; null where it could not. Absent without a case. */
  search?: (term: string) => Promise<Entry[] | null>;
  onClose: () => void;
}

/** A reader looks at a few of each kind; typing more finds the rest. */
const MOST_OF_A_GROUP = 6;

const groups = [
  ['text', 'palette_text'],
  ['requests', 'palette_requests'],
  ['criteria', 'palette_criteria'],
  ['findings', 'palette_findings'],
  ['letter', 'palette_letter'],
  ['passages', 'palette_passages'],
  ['snippets', 'palette_snippets'],
  ['documents', 'palette_documents'],
  ['commands', 'palette_commands'],
] as const satisfies [EntryGroup, MessageKey][];

/** Groups that are listed before anything is typed. */
const OFFERED: readonly EntryGroup[] = ['requests', 'commands'];

/** One field to go, to find and to do: a combobox with its list, all by keyboard. */
export function Palette(props: Props) {
  const { entries, find, search, onClose, label = words('palette_field') } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [places, setPlaces] = useState<Entry[]>([]);
  const [said, setSaid] = useState('');
  // before the next key, which belongs into its field
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const term = typed.trim();
  const found = useMemo(
    () => matching(entries, term === '' ? [] : (find?.(term) ?? []), term),
    [entries, find, term],
  );
  const searching: Entry[] =
    search === undefined || term === '' || places.length > 0
      ? []
      : [
          {
            id: 'search the claim',
            group: 'commands',
            title: words('palette_search_claim', term),
            detail: '',
            run: () => void searchClaim(),
          },
        ];
  const shown = [...places, ...found, ...searching];
  const current = shown[Math.min(at, shown.length - 1)];

  const searchClaim = async () => {
    const hits = (await search?.(term)) ?? null;
    setAt(0);
    setPlaces(hits ?? []);
    if (hits === null) setSaid(words('palette_searched_failed'));
    else if (hits.length === 0) setSaid(words('palette_searched_none', term));
  };
  const run = (entry: Entry) => {
    if (entry.id !== 'search the claim') dialog.current?.close();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    const to = steps[event.key]?.(at, shown.length);
    if (to !== undefined) {
      event.preventDefault();
      setAt(to);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <dialog ref={dialog} class="pal" aria-label={words('palette')} onClose={onClose}>
      <div class="pal__in">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${shown.indexOf(current)}` : undefined}
          aria-autocomplete="list"
          placeholder={label}
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setPlaces([]);
            setSaid('');
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <p class="sr" role="status">
        {term !== '' && counted('palette_results', places.length + found.length)}
      </p>
      <p class="pal__said" role="status">
        {said}
      </p>
      <div class="pal__list" role="listbox" id={`${id}-list`} aria-label={words('palette')}>
        {groups.map(([group, title]) => {
          const of = shown.filter((entry) => entry.group === group);
          if (of.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, no fieldset
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div class="group" id={`${id}-${group}`}>
                {words(title)}
              </div>
              {of.map((entry) => (
                <Option
                  key={entry.id}
                  id={`${id}-${shown.indexOf(entry)}`}
                  entry={entry}
                  isCurrent={entry === current}
                  onRun={() => run(entry)}
                />
              ))}
            </div>
          );
        })}
      </div>
      <p class="pal__keys">
        <kbd>↑</kbd> <kbd>↓</kbd> {words('key_palette_move')} <kbd>Enter</kbd>{' '}
        {words('key_palette_run')} <kbd>Esc</kbd> {words('key_palette_close')}
      </p>
    </dialog>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  isCurrent: boolean;
  onRun: () => void;
}

function Option({ id, entry, isCurrent, onRun }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as ARIA's combobox asks
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div ref={line} id={id} class="pal__o" role="option" aria-selected={isCurrent} onClick={onRun}>
      {entry.verdict === undefined ? <span /> : <Glyph of={entry.verdict} />}
      <div>
        <div class={entry.quoted ? 'pal__title quoted' : 'pal__title'}>{entry.title}</div>
        {entry.detail !== '' && <div class="pal__detail">{entry.detail}</div>}
      </div>
    </div>
  );
}

/**
 * Entries that answer what was typed, group by group, the best of each first; those that were `found`
 * elsewhere as they are.
 */
function matching(entries: readonly Entry[], found: readonly Entry[], term: string): Entry[] {
  return groups.flatMap(([group]) => {
    if (term === '' && !OFFERED.includes(group)) return [];
    const given = found.filter((entry) => entry.group === group).slice(0, MOST_OF_A_GROUP);
    if (given.length > 0) return given;
    return entries
      .filter((entry) => entry.group === group)
      .map((entry) => ({ entry, score: scoreOf(entry, term) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, term === '' ? entries.length : MOST_OF_A_GROUP)
      .map(({ entry }) => entry);
  });
}

/** Where a key goes in a list of so many; round at its ends. */
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (count === 0 ? 0 : (at + 1) % count),
  ArrowUp: (at, count) => (count === 0 ? 0 : (at + count - 1) % count),
  PageDown: (at, count) => Math.max(0, Math.min(count - 1, at + MOST_OF_A_GROUP)),
  PageUp: (at) => Math.max(0, at - MOST_OF_A_GROUP),
};
