import type { Settings } from '../../../guidelines/judge-use.ts';
import { say } from '../../../saying/said.ts';
import {
  conceptsOf,
  type IndexedDocument,
  mentionsWithin,
  within,
} from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { isDoneOrInPlan, mentionsOf, valuesIn } from '../places.ts';

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
  // "6 mm of motion between flexion and extension" is the motion itself, "canal 9 mm" no slip
  if (found(settings.without).length > 0) return undefined;
  const views = found(settings.views);
  const measures = found(settings.measures);
  const [only, another] = measures;
  if (only && !another && views.length > 0 && found(settings.same).length > 0) return 0;
  const of = viewsOf(measures, views);
  const sizes = measures.flatMap((measure) => sizeOf(document, measure) ?? []);
  const names = new Set(of?.map((view) => nameOf(document, view)));
  if (names.size < 2 || sizes.length < measures.length || levelsIn(document, sentence) > 1)
    return undefined;
  return Math.round(10 * (Math.max(...sizes) - Math.min(...sizes))) / 10;
}

/** The view of each measure: "8 mm in flexion, 3 mm in extension", "flexion 8 mm, extension 3 mm". */
function viewsOf(measures: readonly Span[], views: readonly Span[]): Span[] | undefined {
  const behind = measures.flatMap(
    ({ end }, at) =>
      views.find(
        (view) =>
          view.start >= end && view.end <= (measures[at + 1]?.start ?? Number.POSITIVE_INFINITY),
      ) ?? [],
  );
  const before = measures.flatMap(
    ({ start }, at) =>
      views.findLast((view) => view.end <= start && view.start >= (measures[at - 1]?.end ?? 0)) ??
      [],
  );
  return [behind, before].find(({ length }) => length === measures.length);
}

function sizeOf(document: IndexedDocument, measure: Span): number | undefined {
  return valuesIn(document, 'number', measure)[0]?.value.amount.high;
}

function nameOf({ reading: { text } }: IndexedDocument, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase().slice(0, 4);
}

function levelsIn({ reading: { text }, values }: IndexedDocument, sentence: Span): number {
  const levels = within(values.get('level'), sentence).map(({ start, end }) =>
    text.slice(start, end),
  );
  return new Set(levels).size;
}
