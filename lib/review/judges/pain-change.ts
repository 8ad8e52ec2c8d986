import type { Settings } from '../../guidelines/judge-use.ts';
import type { Range, ScoreQualifier, ValueMention } from '../../language/mention.ts';
import { conceptsOf, type IndexedDocument } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { scopeOf } from '../evidence/scopes.ts';
import type { Evidence } from '../review.ts';
import { type Judge, type JudgeContext, NOTHING } from './judge.ts';
import { isDoneValue, valuesIn } from './places.ts';

/** What two scores are compared: the first is the higher one where the medicine helps. */
const PAIRS: readonly [ScoreQualifier, ScoreQualifier][] = [
  ['without-medication', 'with-medication'],
  ['before', 'after'],
];

type Score = ValueMention & { value: { kind: 'score'; amount: Range; qualifier?: ScoreQualifier } };

interface Change {
  document: IndexedDocument;
  first: Score;
  second: Score;
}

/**
 * Pain without against with the medicine, or before against after. Enough is so many points or so
 * many percent; one score alone cannot tell.
 */
export const judgePainChange: Judge<Settings<'pain-change'>> = (settings, context) => {
  const points = settings.points ?? 2;
  const percent = settings.percent ?? 30;
  const scores = context.index.documents.flatMap((document) =>
    scoresOf(document, settings, context).map((score) => ({ document, score })),
  );
  const changes = context.index.documents.flatMap((document) =>
    changesIn(
      document,
      scores.flatMap((placed) => (placed.document === document ? placed.score : [])),
    ),
  );
  if (changes.length === 0) {
    const single = scores[0];
    if (!single) return NOTHING;
    const why = 'one score, without one to compare it with';
    return { evidence: [evidenceAt(single.document, single.score, 'ambiguous', why)] };
  }
  const evidence = changes.slice(0, 6).map(({ document, first, second }): Evidence => {
    const drop = middle(first.value.amount) - middle(second.value.amount);
    const share = middle(first.value.amount) > 0 ? (100 * drop) / middle(first.value.amount) : 0;
    const role = drop >= points || share >= percent ? 'supports' : 'opposes';
    const why = `${inWords(first.value.amount)} to ${inWords(second.value.amount)} of 10: ${Math.round(drop * 10) / 10} points, ${Math.round(share)} %`;
    const place = {
      start: Math.min(first.start, second.start),
      end: Math.max(first.end, second.end),
      sentence: first.start < second.start ? first.sentence : second.sentence,
    };
    return evidenceAt(document, place, role, why);
  });
  const last = evidence.at(-1)?.why;
  return { evidence, ...(last && { reason: `Pain ${last}.` }) };
};

function scoresOf(
  document: IndexedDocument,
  { about }: Settings<'pain-change'>,
  { index, request }: JudgeContext,
): Score[] {
  const concepts = about ? conceptsOf(about, index.rulebook, request) : undefined;
  const whole = { start: 0, end: document.reading.text.length };
  return valuesIn(document, 'score', whole).filter((score) => {
    if (!isDoneValue(score)) return false;
    if (!concepts) return true;
    const beside = scopeOf(document, score, 'neighbours');
    return concepts.some((concept) =>
      document.mentions
        .get(concept)
        ?.some(({ start, end }) => start >= beside.start && end <= beside.end),
    );
  });
}

/** Sentences that a pair of scores may be apart. */
const APART = 2;

function changesIn(document: IndexedDocument, scores: readonly Score[]): Change[] {
  return PAIRS.flatMap(([one, other]) => {
    const seconds = scores.filter(({ value }) => value.qualifier === other);
    return scores
      .filter(({ value }) => value.qualifier === one)
      .flatMap((first) => {
        const second = seconds
          .filter(({ sentence }) => Math.abs(sentence - first.sentence) <= APART)
          .sort((a, b) => Math.abs(a.start - first.start) - Math.abs(b.start - first.start))[0];
        return second ? [{ document, first, second }] : [];
      });
  });
}

function middle({ low, high }: Range): number {
  return (low + high) / 2;
}

function inWords({ low, high }: Range): string {
  return low === high ? String(low) : `${low}-${high}`;
}
