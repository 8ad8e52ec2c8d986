import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { Finding } from '../../lib/review/review.ts';

/** A text that was held against the record, and what there is to look at again in it. */
export interface CheckedText {
  /** The request it is the draft on; null for a letter. */
  draftOn: string | null;
  text: string;
  findings: readonly Finding[];
}

/**
 * What is written in the panel and its remarks, by case: there again when the reviewer comes back to
 * it from the evidence. In memory, for as long as the panel is open.
 */
export interface LetterDesk {
  /** The letter that is being checked. */
  letter: string;
  setLetter(text: string): void;
  /** What was checked last, the letter and the draft on each request. */
  checked: readonly CheckedText[];
  note(checked: CheckedText): void;
}

const noDesk: LetterDesk = {
  letter: '',
  setLetter: () => undefined,
  checked: [],
  note: () => undefined,
};

const DeskContext = createContext<LetterDesk>(noDesk);

export const LetterDeskProvider = DeskContext.Provider;

export function useLetterDesk(): LetterDesk {
  return useContext(DeskContext);
}

/** The desk of a case. */
export function useLetters(caseId: string): LetterDesk {
  const [letters, setLetters] = useState<ReadonlyMap<string, string>>(new Map());
  const [texts, setTexts] = useState<ReadonlyMap<string, readonly CheckedText[]>>(new Map());
  return useMemo(() => {
    const checked = texts.get(caseId) ?? [];
    return {
      letter: letters.get(caseId) ?? '',
      setLetter: (text) => setLetters((all) => new Map(all).set(caseId, text)),
      checked,
      note: (now) =>
        setTexts((all) => {
          const others = (all.get(caseId) ?? []).filter(({ draftOn }) => draftOn !== now.draftOn);
          return new Map(all).set(caseId, [...others, now]);
        }),
    };
  }, [caseId, letters, texts]);
}
