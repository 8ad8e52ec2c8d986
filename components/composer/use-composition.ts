import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Choices } from '../../lib/letter/assemble.ts';
import {
  type Composition,
  compose,
  compositionSchema,
  knownSources,
  type Material,
} from '../../lib/letter/composition.ts';
import type { Draft } from '../../lib/letter/draft.ts';
import { useActions } from '../panel/actions.ts';
import { knownFacts } from '../snippets/snippet-segments.ts';

export interface Composing {
  /** Null until what was kept is read. */
  composition: Composition | null;
  /** Every source there is now, to hold the draft against. */
  known: ReadonlyMap<string, string>;
  choose(choices: Choices): void;
  edit(draft: Draft): void;
}

/** The reviewer's draft on a request: kept with its case, and brought to every later review of it. */
export function useComposition(caseId: string, material: Material): Composing {
  const { readDrafts, keepDraft } = useActions();
  const { review, request, abbreviations, role } = material;
  const key = `${request.id} ${request.label}`;
  const [composition, setComposition] = useState<Composition | null>(null);
  const now = useRef(material);
  now.current = material;

  useEffect(() => {
    let isGone = false;
    setComposition(null);
    void readDrafts(caseId).then((drafts) => {
      if (isGone) return;
      const kept = compositionSchema.safeParse(drafts[key]);
      setComposition(compose(kept.success ? kept.data : null, now.current));
    });
    return () => {
      isGone = true;
    };
  }, [caseId, key]);

  useEffect(() => {
    setComposition((before) => before && compose(before, now.current));
  }, [review, request, abbreviations, role]);

  const known = useMemo(
    () =>
      new Map([
        ...knownSources(material, composition?.choices.decision ?? null),
        ...knownFacts(request, review.asOf),
      ]),
    [review, request, composition?.choices.decision],
  );

  const take = (changed: Composition) => {
    setComposition(changed);
    keepDraft(caseId, key, changed);
  };
  return {
    composition,
    known,
    choose: (choices) => composition && take(compose(composition, now.current, choices)),
    edit: (draft) => composition && take({ ...composition, draft }),
  };
}
