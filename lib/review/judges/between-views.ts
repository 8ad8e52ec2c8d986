import type { Settings } from '../../guidelines/judge-use.ts';
import type { Mention } from '../../language/mention.ts';
import { say } from '../../saying/said.ts';
import { conceptsOf, type IndexedDocument, mentionsWithin } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import type { Evidence } from '../review.ts';
import { type Judge, type JudgeContext, NOTHING } from './judge.ts';
import { isDoneOrInPlan, mentionsOf, valuesIn } from './places.ts';

type ViewSettings = Settings<'between-views'>;

/**
 * How far something moves, by how much it measures in each of several views: 8 mm in flexion and 3 mm
 * in extension is 5 mm of motion, 4 mm in both is none.
 */
export const judgeBetweenViews: Judge<ViewSettings> = (settings, context) => {
  const seen = new Set<string>();
  const evidence = mentionsOf(settings.measures, context).flatMap(
    ({ document, item }): Evidence[] => {
      const sentence = scopeOf(document, item, 'sentence');
      const key = `${document.document.id} ${sentence.start}`;
      if (seen.has(key) || !isDoneOrInPlan(item)) return [];
      seen.add(key);
      const motion = motionIn(document, sentence, settings, context);
      if (motion === undefined) return [];
      const { atLeast, noneBelow } = settings;
      const role = motion >= atLeast ? 'supports' : motion < noneBelow ? 'opposes' : 'ambiguous';
      const place = { ...sentence, sentence: item.sentence };
      return [evidenceAt(document, place, role, say('why_between_views', motion))];
    },
  );
  return evidence.length > 0 ? { evidence } : NOTHING;
};

/** Millimetres from the view with least to the view with most; undefined where the sentence does not tell. */
function motionIn(
  document: IndexedDocument,
  sentence: Span,
  settings: ViewSettings,
  context: JudgeContext,
): number | undefined {
  const found = (refs: ViewSettings['views']) =>
    mentionsWithin(document, conceptsOf(refs, context.index.rulebook, context.request), sentence);
  const views = found(settings.views);
  const measures = found(settings.measures);
  // "6 mm of motion between flexion and extension" is the motion itself
  const isSame = found(settings.same).length > 0;
  const viewsNamed = new Set(views.map(nameOf(document))).size;
  if (viewsNamed < (isSame ? 1 : 2) || found(settings.motion).length > 0) return undefined;
  const sizes = measures.flatMap((measure) => sizeOf(document, measure) ?? []);
  if (sizes.length === 0) return undefined;
  if (sizes.length === 1) return isSame ? 0 : undefined;
  return Math.round(10 * (Math.max(...sizes) - Math.min(...sizes))) / 10;
}

function nameOf({ reading: { text } }: IndexedDocument) {
  return ({ start, end }: Mention) => text.slice(start, end).toLowerCase().slice(0, 4);
}

function sizeOf(document: IndexedDocument, measure: Span): number | undefined {
  return valuesIn(document, 'number', measure)[0]?.value.amount.high;
}
