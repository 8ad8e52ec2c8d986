import type { Settings } from '../../../guidelines/judge-use.ts';
import { say } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { type TestedPart, testedParts } from './tested-parts.ts';

/** Tests of nerves that are normal only in one way leave the others open. */
const FEWEST_KINDS = 2;
/** A reader looks at a few rows. */
const MOST_SHOWN = 4;

const testsOf = createMemo<IndexedDocument, readonly TestedPart[], Settings<'root-signs'>>();

/** What the strength, touch and reflexes of roots come to, where they are written as values. */
export const judgeRootSigns: Judge<Settings<'root-signs'>> = (settings, { index }) => {
  const of = (refs: string | readonly string[]) => conceptsOf(refs, index.rulebook);
  const words = {
    kinds: {
      strength: of(settings.strength),
      touch: of(settings.touch),
      reflex: of(settings.reflexes),
    },
    parts: of(settings.parts),
    normal: of(settings.normal),
    abnormal: of(settings.abnormal),
  };
  const [ofLoss, ofNormal] = settings.lossMeets
    ? (['supports', 'opposes'] as const)
    : (['opposes', 'supports'] as const);
  const lost: Evidence[] = [];
  const kept: Evidence[] = [];
  for (const document of index.documents) {
    const tested = testsOf(document, settings, () => testedParts(document, words));
    for (const { place } of tested.filter(({ isLost }) => isLost).slice(0, MOST_SHOWN))
      lost.push(evidenceAt(document, place, ofLoss, say('why_root_sign')));
    const normal = tested
      .filter(({ isLost }) => !isLost)
      .map(({ place, kind }) => ({
        kind,
        evidence: evidenceAt(document, place, ofNormal, say('why_root_normal')),
      }));
    const kinds = new Set(normal.map(({ kind }) => kind));
    if (kinds.size < FEWEST_KINDS) continue;
    for (const kind of kinds) {
      const last = normal.findLast((one) => one.kind === kind);
      if (last) kept.push(last.evidence);
    }
  }
  if (lost.length === 0)
    return kept.length === 0 ? NOTHING : { evidence: kept, yieldsToRules: true };
  // beside what is lost, what is normal at the same time tells nothing
  const days = new Set(lost.map(({ date }) => date));
  return { evidence: [...lost, ...kept.filter(({ date }) => !days.has(date))] };
};
