import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/messaging/result.ts';
import type { Finding, Review } from '../../lib/review/review.ts';
import { useActions } from '../panel/actions.ts';
import { useLetterDesk } from './letter-desk.ts';

/** Milliseconds without a key before what was written is checked. */
const PAUSE = 400;

/** What is known of a letter: not checked yet, being checked, or checked with these remarks. */
export interface LetterState {
  /** The letter that the remarks are about. */
  text: string;
  findings: readonly Finding[];
  busy: boolean;
  fault: Extract<Result<never>, { ok: false }>['fault'] | null;
}

/**
 * The remarks on a letter while it is written, a moment after the last key. Another
 * `review` of the case is held against the letter anew. What was found is noted on the panel's desk.
 */
export function useLetterCheck(
  text: string,
  review: Review | null,
  draftOn: string | null,
): LetterState {
  const { checkLetter } = useActions();
  const desk = useLetterDesk();
  const [state, setState] = useState<LetterState>(() => {
    const before = desk.checked.find((each) => each.draftOn === draftOn && each.text === text);
    return { text: '', findings: [], ...before, busy: false, fault: null };
  });
  const note = useRef(desk.note);
  note.current = desk.note;
  const latest = useRef(0);
  const check = useRef(checkLetter);
  check.current = checkLetter;
  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    if (text.trim() === '') {
      setState({ text, findings: [], busy: false, fault: null });
      note.current({ draftOn, text, findings: [] });
      return;
    }
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(async () => {
      const checked = await check.current(text, draftOn);
      if (latest.current !== turn) return;
      const findings = checked.ok ? checked.value : [];
      setState({ text, findings, busy: false, fault: checked.ok ? null : checked.fault });
      note.current({ draftOn, text, findings });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, review, draftOn]);
  return state;
}
