import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention, Reading, Sentence } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import { isOfOtherProcedure } from '../../evidence/care-subject.ts';
import {
  type CaseIndex,
  conceptsOf,
  groupBy,
  type IndexedDocument,
  names,
} from '../../evidence/case-index.ts';
import { isAbout } from '../../evidence/drug-subject.ts';
import { subjectTest } from '../../evidence/match-rule.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt, foundAt } from '../../evidence/passage.ts';
import { type Place, type Span, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { isDeniedByForm, isDeniedVerb } from '../../verdict/denied-whole.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { isDone, NOT_TOLD, toldMentions } from '../places.ts';
import { storyOf } from '../procedures/procedure-story.ts';
import { type Comparison, GAIN, NO_GAIN } from './compared-amounts.ts';
import { compareWords, isSameAtBoth } from './compared-words.ts';
import { doneNow, isOfNow, isPoorThen } from './contrasts.ts';
import { stepsOf } from './ladders.ts';
import { pairsOfReports } from './paired-reports.ts';
import { inOrder, type PlacedStep, stepsInAnswers, stepsInTables } from './steps-told.ts';
import { toldIn } from './told-words.ts';

const MOST_PIECES = 8;

/**
 * What somebody can do now against what he could do before, where a sentence compares the two in any
 * words: a number then and now, an ability regained or lost, the same as before.
 */
export const judgeThenAndNow: Judge<Settings<'then-and-now'>> = (settings, context) => {
  const { index, request } = context;
  const topics = conceptsOf(settings.topic, index.rulebook, request);
  const { about } = settings;
  const isAsked = about === undefined ? undefined : subjectTest(about, index, request);
  const of = settings.of && new Set(conceptsOf(settings.of, index.rulebook, request));
  const told = settings.after === undefined ? undefined : toldMentions(settings.after, context);
  const stories = told?.map((placed) => ({ ...placed, ...storyOf(placed, told) }));
  const rungs = (settings.ladders ?? []).map((ladder) =>
    ladder.flatMap((concept) => conceptsOf(concept, index.rulebook, request)),
  );
  const evidence: Evidence[] = [];
  const answers: Evidence[] = [];
  for (const document of index.documents) {
    const treatment = stories && request?.treatment;
    const isMeant = (mention: Mention) =>
      (!stories || stories.some((story) => story.document === document && story.holds(mention))) &&
      !(treatment && isOfOtherProcedure(document, mention, treatment, index.rulebook)) &&
      (!isAsked || isAsked(document, mention)) &&
      (!of || isAbout(document, mention, of));
    const named = topics.flatMap((concept) => document.mentions.get(concept) ?? []);
    const told = (mention: Mention) => {
      const sentence = document.reading.sentences[mention.sentence];
      return sentence !== undefined && isToldOf(document, mention, sentence) && isMeant(mention);
    };
    const bySentence = groupBy(named, ({ sentence }) => sentence);
    // most that is named is not told of it, and that is asked before what costs more
    const ofIt = named.filter(told);
    const toldBySentence = groupBy(ofIt, ({ sentence }) => sentence);
    const inReport = (sentence: number) => toldBySentence.get(sentence)?.[0];
    const reported = ofIt.length > 0 ? pairsOfReports(document, inReport) : [];
    const isToldIn = (span: Span) =>
      ofIt.some(
        (mention) => mention.start >= span.start && mention.end <= span.end && isDone(mention),
      );
    const toldIn = [...toldBySentence.keys()].sort((one, other) => one - other);
    for (const at of toldIn) {
      if (evidence.length >= MOST_PIECES) break;
      const sentence = document.reading.sentences[at];
      // "Initially 3 blocks. Now walks one block": what is less than before is no gain by itself
      if (reported.some(({ late, role }) => late === at && role === 'opposes')) continue;
      if (!sentence || !mayCompare(document, at, sentence)) continue;
      const place = inReport(at);
      const mentions = (bySentence.get(at) ?? []).filter(isMeant);
      const isContrast = () => doneNow(document, sentence).some(isToldIn);
      const found = place && compare(document, sentence, mentions, of !== undefined, isContrast);
      if (found === GAIN && isNoGain(document, sentence, mentions, place)) continue;
      if (found) evidence.push(evidenceAt(document, place, found.role, say(found.why)));
    }
    for (const at of nowBeforeThen(document, toldIn, inReport)) {
      if (evidence.length < MOST_PIECES)
        evidence.push(evidenceAt(document, at, GAIN.role, say(GAIN.why)));
    }
    for (const { at, role } of reported) {
      const why = role === 'supports' ? GAIN.why : NO_GAIN.why;
      if (evidence.length < MOST_PIECES) evidence.push(evidenceAt(document, at, role, say(why)));
    }
    if (evidence.length < MOST_PIECES) {
      const topics = inOrder(named);
      const isInTable = (mention: Mention, ofMedicine: boolean) =>
        ofMedicine ? of !== undefined && isDone(mention) : told(mention);
      const ofTables = stepsInTables(document, topics, isInTable, rungs);
      const isOfIt = of
        ? (told: IndexedDocument, place: Place) => isAbout(told, place, of)
        : isAsked;
      const ofAnswers = stories ? [] : stepsInAnswers(document, topics, isMeant, isOfIt);
      const pieceOf = ({ at, role }: PlacedStep) =>
        evidenceAt(document, at, role, say((role === 'supports' ? GAIN : NO_GAIN).why));
      evidence.push(...ofTables.slice(0, MOST_PIECES - evidence.length).map(pieceOf));
      answers.push(...ofAnswers.slice(0, MOST_PIECES).map(pieceOf));
    }
    for (const { at, role, why } of stepsOf(document, settings.ladders ?? [], context, told)) {
      if (evidence.length < MOST_PIECES) evidence.push(evidenceAt(document, at, role, say(why)));
    }
  }
  const compared = settings.gainsOnly
    ? evidence.filter(({ role }) => role === 'supports')
    : evidence;
  const counted = [...compared, ...answers].map((piece) =>
    asAttributed(piece, index, of !== undefined),
  );
  return counted.length > 0 ? { evidence: counted, yields: true } : NOTHING;
};

/** "I cannot say that the therapy did it": whose doing a gain is, is not told, or it is another's. */
const NOT_ATTRIBUTABLE = ['not-attributable'];
const OTHER_CAUSE = ['other-cause'];

function asAttributed(piece: Evidence, index: CaseIndex, ofMedicine: boolean): Evidence {
  const at = piece.role === 'supports' ? foundAt(piece, index) : undefined;
  const isDoubted =
    at &&
    (names(at.document, NOT_ATTRIBUTABLE, scopeOf(at.document, at.item, 'neighbours')) ||
      (ofMedicine && names(at.document, OTHER_CAUSE, scopeOf(at.document, at.item, 'sentence'))));
  return isDoubted ? { ...piece, role: 'ambiguous' } : piece;
}

function isToldOf(document: IndexedDocument, { assertion }: Mention, sentence: Sentence): boolean {
  const kind = document.reading.sections[sentence.section]?.kind ?? 'other';
  return (
    assertion.voice === 'record' &&
    (assertion.subject === 'patient' || names(document, HELPED, sentence)) &&
    assertion.time !== 'planned' &&
    assertion.presence !== 'conditional' &&
    !NOT_TOLD.includes(kind)
  );
}

/**
 * A gain that is denied ("has not been able to lift his child again") or somebody else's ("his father
 * lifts again"), in a sentence of one time.
 */
function isNoGain(
  document: IndexedDocument,
  sentence: Sentence,
  mentions: readonly Mention[],
  place: Mention | undefined,
): boolean {
  const isOne = place?.assertion.subject === 'other' || mentions.every(isNotDone);
  const words = document.reading.text.slice(sentence.start, sentence.end);
  const goesOn = words.includes(';') || words.includes(' before ');
  return isOne && !goesOn && !names(document, OF_TWO_TIMES, sentence);
}

/** "Not been able to lift": words between a denial and what it denies. */
const BEHIND_VERB = 6;

/** "Has not been able to (lift) his child again", "lifts his child again: no". */
function isNotDone(mention: Mention): boolean {
  return isDeniedVerb(mention.assertion, mention, BEHIND_VERB) || isDeniedByForm(mention.assertion);
}

/** Concepts of the packs: words of another time, or of now. */
const OF_TWO_TIMES = [
  'time-before',
  'time-past',
  'was-then',
  'told-then',
  'told-now',
  'now-word',
  'gone-word',
];

/** "Used to have her husband put her socks on": told of the patient, whom somebody helped. */
const HELPED = ['helped-by-family'];

/** Whether a sentence compares anything at all; the same whatever is asked for. */
function mayCompare(document: IndexedDocument, at: number, sentence: Sentence): boolean {
  const { reading } = document;
  return comparing(reading, at, () => {
    const isContrast = () => doneNow(document, sentence).length > 0;
    return compareWords(toldIn(document, sentence), () => true, isContrast) !== undefined;
  });
}

const comparing = createMemo<Reading, boolean, number>();

function compare(
  document: IndexedDocument,
  sentence: Sentence,
  mentions: readonly Mention[],
  ofMedicine: boolean,
  isContrast: () => boolean,
): Comparison | undefined {
  const told = toldIn(document, sentence);
  const { words } = told;
  // what is not ticked is not said
  if (UNTICKED.test(words)) return undefined;
  // with a medicine somebody may do what he always did, and runs out of it again
  if (ofMedicine && (OF_SUPPLY.test(words) || KEPT_UP.test(words) || OF_PAIN.test(words)))
    return undefined;
  if (!ofMedicine && isSameAtBoth(told)) return NO_GAIN;
  const isNear = (at: number) =>
    mentions.some((mention) => {
      const from = mention.start - sentence.start;
      const to = mention.end - sentence.start;
      return wordsBetween(words, at, from, to) <= WORDS_APART;
    });
  return compareWords(told, isNear, isContrast);
}

/** "Takes the stairs foot over foot. When she came she took them on her bottom.": what is done now. */
function nowBeforeThen(
  document: IndexedDocument,
  named: readonly number[],
  inReport: (sentence: number) => Mention | undefined,
): Mention[] {
  const { sentences } = document.reading;
  return named.flatMap((at) => {
    const [sentence, next] = [sentences[at], sentences[at + 1]];
    if (!sentence || !next || next.paragraph !== sentence.paragraph) return [];
    if (!isPoorThen(document, next) || !isOfNow(document, sentence)) return [];
    const done = inReport(at);
    return done && isDone(done) ? done : [];
  });
}

const UNTICKED = /\[ ?\]|☐|□|\( \)/;
/** "Worse with walking": of the pain. */
const OF_PAIN =
  /\b(?:pain|aches?|symptoms?|hurts?|burning)\b[^.;]{0,20}\b(?:worse|decreas\w+|increas\w+|less|better|aggravated)\b|\b(?:worse|aggravated|worsened) (?:with|by|when|on)\b/i;
/** Told of the medicine's supply: "ran out early again". */
const OF_SUPPLY =
  /\b(?:ran out|runs out|running out|early|refill\w*|filled|CURES|PDMP|urine|UDS)\b/i;
/** What is kept up: "still mows, all as before", "independent with ADLs". */
const KEPT_UP =
  /\b(?:still|continues to|keeps) (?!\w+n't|not\b|unable|cannot|can't|needs|has\b|have\b|gets help)[a-z]+s?\b(?![^.]*\b(?:not|\w+n't|cannot|unable|only)\b)|\bindependent\w* with\b/i;
const WORDS_APART = 7;

function wordsBetween(words: string, at: number, from: number, to: number): number {
  const [first, last] = at < from ? [at, from] : [to, at];
  if (last <= first) return 0;
  return words.slice(first, last).trim().split(/\s+/).length;
}
