import { useMemo } from 'preact/hooks';
import type { Passage } from '../../lib/case/passage.ts';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { documentName } from '../case/documents.ts';
import { useActions } from '../panel/actions.ts';
import type { Place } from '../panel/place.ts';
import { type Entry, paletteEntries } from './entries.ts';
import { Palette } from './palette.tsx';

interface Props {
  current: CaseState | null;
  go: (to: Partial<Place>) => void;
  onHelp: () => void;
  /** A passage that cannot be shown: why, in a sentence. */
  onFault: (sentence: string) => void;
  onClose: () => void;
}

/** The palette over the case that the panel shows. */
export function CasePalette({ current, go, onHelp, onFault, onClose }: Props) {
  const actions = useActions();
  const onShow = (passage: Passage) =>
    void actions.show(passage).then((fault) => fault !== null && onFault(sentenceOf(fault)));
  const entries = useMemo(
    () => paletteEntries({ current, go, actions, onShow, onHelp }),
    [current],
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
  return <Palette entries={entries} {...(current && { search })} onClose={onClose} />;
}
