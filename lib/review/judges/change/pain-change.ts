import type { Settings } from '../../../guidelines/judge-use.ts';
import { saidRange } from '../../../language/medications/supply.ts';
import type {
  Assertion,
  Mention,
  Range,
  ScoreQualifier,
  Sentence,
  ValueMention,
} from '../../../language/mention.ts';
import { say, sayCount } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { isAbout, mayBeAbout } from '../../evidence/drug-subject.ts';
import { isPlannedBySection } from '../../evidence/meant-mentions.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { clauseAround, type Place, type Span, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { isDone, isDoneValue, valuesIn } from '../places.ts';
import { medicinePoints } from './medicine-points.ts';
import { medicineShares } from './medicine-shares.ts';
import { pairsInPlainWords } from './pairs-in-plain-words.ts';
import { scoresWritten } from './scores-written.ts';

/** What two scores are compared: the first is the higher one where the medicine helps. */
const PAIRS: readonly [ScoreQualifier, ScoreQualifier][] = [
  ['without-medication', 'with-medication'],
  ['before', 'after'],
  ['without-medication', 'after'],
  ['before', 'with-medication'],
];

type PainSettings = Settings<'pain-change'>;
type Score = ValueMention & { value: { kind: 'score'; amount: Range; qualifier?: ScoreQualifier } };

export interface Change {
  document: IndexedDocument;
  place: Place;
  from: Range;
  to: Range;
}

/**
 * Pain without against with the medicine, or before against after. Enough is so many points or so
 * many percent; one score alone cannot tell.
 */
export const judgePainChange: Judge<PainSettings> = (settings, context) => {
  const evidence: Evidence[] = [];
  let single: Evidence | undefined;
  for (const document of context.index.documents) {
    const seen = seeing(document, settings, context);
    for (const change of changesIn(document, settings, seen)) {
      evidence.push(weigh(change, settings));
    }
    if (evidence.length === 0) {
      evidence.push(...shareEvidence(document, settings, seen));
      evidence.push(...pointEvidence(document, settings, seen));
    }
    for (const mention of seen.wordings(settings.same)) {
      evidence.push(evidenceAt(document, mention, 'opposes', say('why_same_with_and_without')));
    }
    const [score] = seen.scores;
    if (score) {
      single ??= evidenceAt(document, score, 'ambiguous', say('why_one_score'));
    }
  }
  if (evidence.length === 0) return single ? { evidence: [single] } : NOTHING;
  const shown = evidence.slice(0, 6);
  const last = shown.at(-1)?.why;
  return { evidence: shown, ...(last && { reason: say('finding_pain', last) }) };
};

/** The pairs of scores that the judge compares, over all documents. */
export function painChanges(settings: PainSettings, context: JudgeContext): Change[] {
  return context.index.documents.flatMap((document) =>
    changesIn(document, settings, seeing(document, settings, context)),
  );
}

function changesIn(document: IndexedDocument, settings: PainSettings, seen: Seen): Change[] {
  const told = [...worded(document, settings, seen), ...qualified(document, seen)].filter(belongs);
  const sentences = new Set(told.map(({ place }) => place.sentence));
  const more = inPlainWords(document, settings, seen).filter(
    ({ place }) => !sentences.has(place.sentence),
  );
  return [...told, ...more.filter(belongs)];
}

/** More pain with the medicine than without is a pair that does not belong together. */
function belongs({ from, to }: Change): boolean {
  return middle(to) <= middle(from);
}

/** The pain scores that the record states of the patient: no goal, no rule, no bare scale. */
export function painScores(document: IndexedDocument): Score[] {
  const whole = { start: 0, end: document.reading.text.length };
  return valuesIn(document, 'score', whole).filter(
    (score) => isDoneValue(asStated(score)) && !isScale(score.value.amount),
  );
}

/** By how many points and what share of them, percent, the pain fell. */
function fallOf({ from, to }: Pick<Change, 'from' | 'to'>): { points: number; share: number } {
  const points = middle(from) - middle(to);
  return { points, share: middle(from) > 0 ? (100 * points) / middle(from) : 0 };
}

function isEnough(change: Pick<Change, 'from' | 'to'>, settings: PainSettings): boolean {
  const { points, share } = fallOf(change);
  return points >= (settings.points ?? 2) || share >= (settings.percent ?? 30);
}

function weigh(change: Change, settings: PainSettings): Evidence {
  const { document, place, from, to } = change;
  const { points, share } = fallOf(change);
  const fall = sayCount('score_points', Math.round(points * 10) / 10);
  const why = say('why_pain_change', saidRange(from), saidRange(to), fall, Math.round(share));
  return evidenceAt(document, place, isEnough(change, settings) ? 'supports' : 'opposes', why);
}

/** Points that the medicine is said to take off the pain: "lowers it by four points". */
function pointEvidence(
  document: IndexedDocument,
  { points = 2 }: PainSettings,
  seen: Seen,
): Evidence[] {
  return medicinePoints(document)
    .filter(({ place }) => seen.isOfIt(place))
    .map(({ amount, place }) => {
      const why = say('why_points_off', sayCount('score_points', amount.low));
      return evidenceAt(document, place, sideOf(amount, points), why);
    });
}

/** Shares of the pain that the medicine is said to take away: "it cuts it in half", "40 % relief". */
function shareEvidence(
  document: IndexedDocument,
  { percent = 30 }: PainSettings,
  seen: Seen,
): Evidence[] {
  return medicineShares(document)
    .filter(({ place }) => seen.isOfIt(place))
    .map(({ amount, place }) => {
      return evidenceAt(
        document,
        place,
        sideOf(amount, percent),
        say('relief_percent', saidRange(amount)),
      );
    });
}

/** A range with the threshold inside speaks for neither side: "20 to 40 % relief". */
function sideOf({ low, high }: Range, percent: number): 'supports' | 'opposes' | 'ambiguous' {
  if (low >= percent) return 'supports';
  return high < percent ? 'opposes' : 'ambiguous';
}

interface Seen {
  /** Scores that may be of the medicine asked about. */
  scores: Score[];
  /** Mentions of wordings of which the same holds. */
  wordings(refs: string | string[] | undefined): Mention[];
  /** Whether a place is told of the medicine itself or of the pain that it is for. */
  isOfIt(place: Place): boolean;
  /** Whether a place may be told of the medicine: it names no other, nor another treatment. */
  mayBeOfIt(place: Place): boolean;
  /** Whether the sentence of a place names the medicine or that pain. */
  namesIt(place: Place): boolean;
}

function seeing(document: IndexedDocument, settings: PainSettings, context: JudgeContext): Seen {
  const concepts = (refs: string | string[] | undefined) =>
    conceptsOf(refs ?? [], context.index.rulebook, context.request);
  const beside = settings.beside && concepts(settings.beside);
  const about = settings.about && new Set(concepts(settings.about));
  const notOf = concepts(settings.notOf);
  const counts = (place: Place): boolean => {
    if (beside && !hasOne(document, beside, scopeOf(document, place, 'neighbours'))) return false;
    const clause = clauseAround(document, place);
    if (hasOne(document, notOf, clause)) return false;
    if (HOPED.test(document.reading.text.slice(clause.start, place.end))) return false;
    return !about || mayBeAbout(document, place, about);
  };
  const own = [...(about ?? []), ...(settings.beside ? concepts(settings.beside) : [])];
  const namesIt = (place: Place) => hasOne(document, own, scopeOf(document, place, 'sentence'));
  return {
    isOfIt: (place) =>
      counts(place) && (namesIt(place) || (about ? isAbout(document, place, about) : false)),
    mayBeOfIt: counts,
    namesIt,
    scores: painScores(document).filter(counts),
    wordings: (refs) =>
      concepts(refs)
        .flatMap((concept) => document.mentions.get(concept) ?? [])
        .filter((mention) => isDone(asStated(mention)) && counts(mention))
        .sort((a, b) => a.start - b.start),
  };
}

/** A fall that is hoped for or expected is none yet. */
const HOPED =
  /\b(?:[Hh]op(?:e|es|ed|ing|efully)|(?:[Gg]oal|[Aa]im|[Tt]arget|intention)\b(?! (?:met|reached|achieved))|(?<!\b[Aa]s |than |we )expect(?:s|ed|ing)?|should|wish(?:es)?|would like|(?:may|might) (?:bring|take|get|cut|drop|lower|reduce|help))\b/;

const WITHOUT = /^(?:without|w\/o|w\/out|off|not)$/i;

/**
 * The form of a request holds facts beside what is asked for; and "I wouldn't be without it, it goes
 * from 6 to 3" denies no numbers.
 */
function asStated<Item extends { assertion?: Assertion }>(item: Item): Item {
  const { assertion } = item;
  if (!assertion) return item;
  const { presence, because } = assertion;
  const isOnlyWithout =
    presence === 'negated' &&
    because.every(({ axis, words }) => axis !== 'presence' || WITHOUT.test(words));
  const planned = isPlannedBySection(assertion);
  if (!planned && !isOnlyWithout) return item;
  return {
    ...item,
    assertion: {
      ...assertion,
      ...(planned && { time: 'current' as const }),
      ...(isOnlyWithout && { presence: 'affirmed' as const }),
    },
  };
}

/** Changes by the wordings of the pack. */
function worded(document: IndexedDocument, settings: PainSettings, seen: Seen): Change[] {
  const { text } = document.reading;
  const both = (mention: Mention, turned: boolean): Change[] => {
    const [first, second] = scoresWritten(text, mention);
    if (!first || !second || startsApart(mention, seen)) return [];
    const [from, to] = turned ? [second, first] : [first, second];
    return [{ document, place: mention, from, to }];
  };
  const ons = seen.wordings(settings.on);
  return [
    ...seen.wordings(settings.off).flatMap((off) => {
      const on = ons
        .filter(({ sentence }) => Math.abs(sentence - off.sentence) <= APART)
        // "medicine 9" stands in "without medicine 9"
        .filter(({ start, end }) => end <= off.start || off.end <= start)
        .sort((a, b) => Math.abs(a.start - off.start) - Math.abs(b.start - off.start))[0];
      const from = scoresWritten(text, off).at(-1);
      const to = on && scoresWritten(text, on).at(-1);
      if (!from || !to) return [];
      const [early, late] = off.start < on.start ? [off, on] : [on, off];
      const place = { start: early.start, end: late.end, sentence: early.sentence };
      return [{ document, place, from, to }];
    }),
    ...seen.wordings(settings.falls).flatMap((mention) => both(mention, false)),
    ...seen.wordings(settings.rises).flatMap((mention) => both(mention, true)),
    ...seen.wordings(settings.brings).flatMap((mention) => {
      const written = scoresWritten(text, mention);
      const to = written.at(-1);
      const [own] = written;
      // "brings 8 down to 5" tells both itself
      if (to && own && own.low > to.high) return [{ document, place: mention, from: own, to }];
      const earlier = seen.scores
        .filter(({ start, end }) => end <= mention.start && mention.start - start <= FARTHEST)
        .filter(({ value }) => value.qualifier !== 'least' && value.qualifier !== 'after');
      const from = earlier.at(-1);
      const bare = from ? undefined : bareScore(text, mention);
      if (!to || !(from ?? bare)) return [];
      const start = from?.start ?? mention.start;
      const place = { start, end: mention.end, sentence: mention.sentence };
      return [{ document, place, from: from?.value.amount ?? (bare as Range), to }];
    }),
  ];
}

/** Two bare scores that the words of a sentence tell apart, or "Was 8. Now 5.", as far as they are of the medicine. */
function inPlainWords(document: IndexedDocument, settings: PainSettings, seen: Seen): Change[] {
  const { sentences } = document.reading;
  const sentenceBefore = ({ sentence: own }: Place): Place => {
    const { start, end } = (sentences[own - 1] ?? sentences[own]) as Sentence;
    return { start, end, sentence: Math.max(0, own - 1) };
  };
  return pairsInPlainWords(document).flatMap(({ place, from, to, ofMedicine }): Change[] => {
    if (!(ofMedicine ? seen.mayBeOfIt(place) : seen.isOfIt(place))) return [];
    const change = { document, place, from, to };
    // no change is no answer unless it is said of the medicine
    const isSaidOfIt = ofMedicine || seen.namesIt(place) || seen.namesIt(sentenceBefore(place));
    return isEnough(change, settings) || isSaidOfIt ? [change] : [];
  });
}

/** "Best 6, with meds 6": the first of two numbers is the score of a better or a worse day. */
function startsApart({ start }: Span, { scores }: Seen): boolean {
  const first = scores.find((score) => score.start <= start && start < score.end);
  const { qualifier } = first?.value ?? {};
  return qualifier === 'least' || qualifier === 'worst' || qualifier === 'average';
}

/** "Back 8. It takes it to 5": a number behind a part of the body. */
const BODY_AND_NUMBER =
  /\b(?:pain|pn|LBP|burning|ache|back|neck|knee|knees|shoulder|hip|leg|arm|hand|foot|ankle|wrist)\s(?:is\s|at\s|a\s)?(?=(?:10|\d)(?:\b(?![\w%/]|\.\d|\s?(?:mg|x|visits?|weeks?|days?|years?)))|\d\/10)/gi;

function bareScore(text: string, { start }: Span): Range | undefined {
  const before = text.slice(Math.max(0, start - NEAREST), start);
  const last = [...before.matchAll(BODY_AND_NUMBER)].at(-1);
  if (!last) return undefined;
  const at = Math.max(0, start - NEAREST) + last.index + last[0].length;
  return scoresWritten(text, { start: at, end: Math.min(start, at + 6) })[0];
}

/** Letters between a bare number and the words on what the medicine makes of it. */
const NEAREST = 60;
/** Letters between a score and the words on what the medicine makes of it. */
const FARTHEST = 300;
/** Sentences that a pair of scores may be apart. */
const APART = 2;

/** Changes by scores that the language has read with their conditions. */
function qualified(document: IndexedDocument, { scores }: Seen): Change[] {
  const used = new Set<Score>();
  return PAIRS.flatMap(([one, other]) =>
    scores
      .filter(({ value }) => value.qualifier === one)
      .flatMap((first) => {
        const second = scores
          .filter((score) => score.value.qualifier === other && !used.has(score))
          .filter(({ sentence }) => Math.abs(sentence - first.sentence) <= APART)
          .sort((a, b) => Math.abs(a.start - first.start) - Math.abs(b.start - first.start))[0];
        if (!second || used.has(first)) return [];
        used.add(first);
        used.add(second);
        const [early, late] = first.start < second.start ? [first, second] : [second, first];
        const place = { start: early.start, end: late.end, sentence: early.sentence };
        return [{ document, place, from: first.value.amount, to: second.value.amount }];
      }),
  );
}

function hasOne(
  document: IndexedDocument,
  concepts: readonly string[],
  span: { start: number; end: number },
): boolean {
  return names(document, concepts, span);
}

/** "Pain (0-10)": the scale and no score. */
function isScale({ low, high }: Range): boolean {
  return low === 0 && high === 10;
}

function middle({ low, high }: Range): number {
  return (low + high) / 2;
}
