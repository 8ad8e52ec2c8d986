import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Judgement } from '../../lib/review/judgements.ts';
import type { Evidence, Verdict } from '../../lib/review/review.ts';
import { useActions } from '../panel/actions.ts';

/** The request whose criteria are shown; null where nothing is judged, as in the pack bench. */
const RequestContext = createContext<{ id: string; label: string } | null>(null);
export const JudgedRequestProvider = RequestContext.Provider;

const CriterionContext = createContext<string | null>(null);
export const JudgedCriterionProvider = CriterionContext.Provider;

/** What the reviewer can judge otherwise here. */
export interface Judging {
  dismiss(piece: Evidence, reason: string): void;
  correct(verdict: Verdict, reason: string): void;
  undo(judgement: Judgement): void;
}

/** Null outside of a criterion of a case. */
export function useJudging(): Judging | null {
  const { judge } = useActions();
  const request = useContext(RequestContext);
  const criterion = useContext(CriterionContext);
  if (request === null || criterion === null) return null;
  const about = { request: request.id, label: request.label, criterion };
  return {
    dismiss({ document, quote }, reason) {
      judge({ kind: 'dismissal', ...about, reason, passage: { document, quote } }, true);
    },
    correct: (verdict, reason) => judge({ kind: 'correction', ...about, reason, verdict }, true),
    undo: (judgement) => judge(judgement, false),
  };
}
