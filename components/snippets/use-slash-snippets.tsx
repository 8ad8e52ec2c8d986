import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { CriterionReview } from '../../lib/review/review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { prepareInsertion } from '../../lib/snippets/validity.ts';
import { factsOf } from './case-facts.ts';
import { useSnippetRequest, useSnippetShelf } from './shelf.ts';
import { SlashList } from './slash-list.tsx';
import { criterionFor, type SnippetUse } from './snippet-segments.ts';
import { useSlashTrigger } from './use-slash-trigger.ts';
import { useSnippetSearch } from './use-snippet-search.ts';

/** So many are listed; typing more finds the rest. */
const MOST_LISTED = 6;

const noSnippets: never[] = [];

export interface SlashSnippets {
  /** For the field: what it is to assistive technology, and the keys of the list. */
  attributes: Record<string, unknown>;
  /** To be called with the field after every change of its text or caret. */
  onField: (field: HTMLTextAreaElement) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  list: VNode | null;
}

interface Options {
  field: { current: HTMLTextAreaElement | null };
  /** The criterion the field is about, if it is about one. */
  criterion: CriterionReview | null;
  asOf: string;
  /** Given the snippet that was chosen, filled, and the place of the slash and its words. */
  onInsert: (use: SnippetUse, start: number, end: number) => void;
}

/**
 * Snippets that a slash in a field calls: a list at the caret, searched by what is typed on, gone
 * through by the arrows. What is outside its dates is inserted only when it is chosen twice.
 */
export function useSlashSnippets({
  field,
  criterion: atHand,
  asOf,
  onInsert,
}: Options): SlashSnippets {
  const id = useId();
  const shelf = useSnippetShelf();
  const request = useSnippetRequest();
  const { asked, onField, close } = useSlashTrigger();
  const { search, isReady } = useSnippetSearch(shelf?.snippets ?? noSnippets);
  const [at, setAt] = useState(0);
  /** The one that was chosen once and has warnings. */
  const [warned, setWarned] = useState<string | null>(null);

  useEffect(() => {
    setAt(0);
    setWarned(null);
  }, [asked?.start, asked?.query]);

  const hits =
    asked === null || shelf === null
      ? null
      : search.find(asked.query, {
          criterion: atHand?.id ?? null,
          treatment: request?.treatment ?? null,
          asOf,
          favourites: shelf.favourites,
          recent: shelf.recent,
        });
  const shown = hits?.best.slice(0, MOST_LISTED) ?? [];
  // Words that go on after nothing was found are no search: the slash was meant as it stands.
  const isOpen = hits !== null && (shown.length > 0 || !/\s/.test(asked?.query ?? ''));
  const current = shown[Math.min(at, shown.length - 1)];

  const choose = (found: FoundSnippet) => {
    if (asked === null) return;
    const criterion = criterionFor(found, atHand, request);
    const facts = factsOf(asOf, request, criterion);
    const insertion = prepareInsertion(found.snippet, facts, asOf);
    if (insertion.kind === 'warned' && warned !== found.key) {
      setWarned(found.key);
      return;
    }
    const filled = insertion.kind === 'warned' ? insertion.accept() : insertion.filled;
    shelf?.noteUse(found.key);
    close();
    onInsert({ found, filled, criterion: criterion?.id ?? null }, asked.start, asked.end);
  };
  const goTo = (next: number) => {
    setAt(next);
    setWarned(null);
  };
  const count = shown.length;
  const keys: Record<string, () => void> = {
    ...(current && {
      ArrowDown: () => goTo((at + 1) % count),
      ArrowUp: () => goTo((at + count - 1) % count),
      Enter: () => choose(current),
    }),
    Escape: close,
  };
  return {
    attributes: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      ...(isOpen && { 'aria-controls': id }),
      ...(isOpen && current && { 'aria-activedescendant': `${id}-${shown.indexOf(current)}` }),
    },
    onField,
    onKeyDown(event) {
      const act = isOpen && !event.isComposing ? keys[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
    onBlur: close,
    list:
      isOpen && field.current !== null && asked !== null ? (
        <SlashList
          {...{ id, shown, current, asOf, request, warned }}
          criterion={atHand}
          field={field.current}
          start={asked.start}
          total={hits.total}
          isSearching={!isReady && asked.query !== ''}
          onChoose={choose}
        />
      ) : null,
  };
}
