import { useCallback, useMemo } from 'preact/hooks';
import type { Passage } from '../../lib/case/passage.ts';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { documentName } from '../case/documents.ts';
import { useLetterDesk } from '../letter-check/letter-desk.ts';
import { useActions } from '../panel/actions.ts';
import type { Place } from '../panel/place.ts';
import { useSnippetShelf } from '../snippets/shelf.ts';
import { useSnippetSearch } from '../snippets/use-snippet-search.ts';
import { type Entry, paletteEntries, snippetEntries } from './entries.ts';
import { Palette } from './palette.tsx';

const noSnippets: never[] = [];

interface Props {
  current: CaseState | null;
  /** What is at hand: ranks snippets. */
  criterion: string | null;
  treatment: string | null;
  onSnippet: (found: FoundSnippet) => void;
  go: (to: Partial<Place>) => void;
  onHelp: () => void;
  /** A passage that cannot be shown: why, in a sentence. */
  onFault: (sentence: string) => void;
  onClose: () => void;
}

/** The palette over the case that the panel shows. */
export function CasePalette(props: Props) {
  const { current, criterion, treatment, go, onSnippet, onHelp, onFault, onClose } = props;
  const actions = useActions();
  const { checked } = useLetterDesk();
  const shelf = useSnippetShelf();
  const { search: snippets } = useSnippetSearch(shelf?.snippets ?? noSnippets);
  const onShow = (passage: Passage) =>
    void actions.show(passage).then((fault) => fault !== null && onFault(sentenceOf(fault)));
  const entries = useMemo(
    () => paletteEntries({ current, checked, go, actions, onShow, onHelp }),
    [current, checked],
  );
  const find = useCallback(
    (term: string) => {
      const asOf = current?.review?.asOf;
      if (shelf === null || asOf === undefined) return [];
      const { favourites, recent } = shelf;
      const hits = snippets.find(term, { criterion, treatment, asOf, favourites, recent });
      return snippetEntries(hits.best, onSnippet);
    },
    [snippets, shelf, current],
  );
  const search = async (term: string): Promise<Entry[] | null> => {
    const found = await actions.search(term);
    if (found === null) return null;
    return found.hits.map(({ document, start, end, before, quote, after }) => ({
      id: `text ${document}:${start}`,
      group: 'text',
      title: `${before}${quote}${after}`,
      detail: documentName(current?.documents ?? [], document),
      quoted: true,
      run: () => onShow({ document, start, end }),
    }));
  };
  return <Palette {...{ entries, find, onClose }} {...(current && { search })} />;
}
