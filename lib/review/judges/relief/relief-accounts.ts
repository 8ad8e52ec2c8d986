import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Sentence } from '../../../language/mention.ts';
import { isoDate } from '../../../language/values/calendar.ts';
import { isOfOtherProcedure } from '../../evidence/care-subject.ts';
import { conceptsOf, type IndexedDocument, names, sentenceAt } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { subjectTest } from '../../evidence/match-rule.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place } from '../../evidence/scopes.ts';
import { speakerOf } from '../../evidence/speaker.ts';
import type { JudgeContext } from '../judge.ts';
import { isRequested, NOT_TOLD } from '../places.ts';
import { lengthIn } from './relief-length.ts';
import type { Result } from './relief-result.ts';
import { percentIn, reliefByScores, type Share } from './relief-share.ts';
import type { Length } from './relief-words.ts';

/** What somebody else, or the same person on another day, tells of a relief that was told already. */
export interface Account {
  document: IndexedDocument;
  place: Place;
  percent: Share | undefined;
  lasted: Length | undefined;
  /** That there was none. */
  none: boolean;
}

/** Somebody is said to tell it. */
const TOLD = 'relief-teller';
const RELIEF = 'relief-told';
/** The procedure by a name of its own. */
const NAMED = 'procedure-named';
const GOES_ON = /\b(?:they|them|these|those|it|relief)\b/i;
/** What names nothing goes on about it in the next sentences only. */
const NEAR = 2;

/**
 * Accounts of a relief beside the one that a procedure's own story gives: of another day or from
 * another mouth, in a sentence that speaks of relief and of no other care.
 */
export function otherAccounts(
  { document, item, percent, lasted }: Result,
  { teller, account }: ReliefTold,
): Account[] {
  const own = percent?.place ?? lasted?.place ?? item;
  const source = sourceOf(document, { ...own, sentence: sentenceAt(document.reading, own.start) });
  const used = [percent?.place.start, lasted?.place.start].flatMap((start) =>
    start === undefined ? [] : [sentenceAt(document.reading, start)],
  );
  const farthest = Math.max(...used, item.sentence) + NEAR;
  return sentencesOfRelief(document).flatMap(({ at, isLinked }) => {
    if (used.includes(at)) return [];
    // what has no link of its own is told near by
    if (!isLinked && (at < item.sentence || at > farthest)) return [];
    const other = teller(document, at);
    if (other === undefined || other === source) return [];
    // before it stands what is told at the same visit, and what came of an older procedure
    if (at < item.sentence && !isOfOneVisit(document, at, item.sentence)) return [];
    return account(document, at) ?? [];
  });
}

function isOfOneVisit(document: IndexedDocument, one: number, other: number): boolean {
  const dayOf = (sentence: number) => {
    const { start, end } = document.reading.sentences[sentence] as Sentence;
    return dateOf(document, { start, end, sentence });
  };
  const [first, second] = [dayOf(one), dayOf(other)];
  return first !== undefined && second !== undefined && isoDate(first) === isoDate(second);
}

/** What the sentences of a case tell of relief: read once, whatever procedure it is held against. */
export interface ReliefTold {
  /** Who tells it in a sentence; undefined where it is of other care, asked for, or doubted. */
  teller(document: IndexedDocument, at: number): string | undefined;
  /** What the sentence tells, if it does. */
  account(document: IndexedDocument, at: number): Account | undefined;
}

export function reliefTold(settings: Settings<'relief'>, context: JudgeContext): ReliefTold {
  const treatment = context.request?.treatment;
  const isAbout = subjectTest(['requested'], context.index, context.request);
  const none = conceptsOf(settings.none ?? [], context.index.rulebook, context.request);
  const others = conceptsOf(settings.notOf ?? [], context.index.rulebook, context.request);
  const tellers = createMemo<IndexedDocument, string | undefined, number>();
  const accounts = createMemo<IndexedDocument, Account | undefined, number>();
  return {
    teller: (document, at) => tellers(document, at, () => tellerAt(document, at)),
    account: (document, at) => accounts(document, at, () => accountAt(document, at)),
  };

  function tellerAt(document: IndexedDocument, at: number): string | undefined {
    const sentence = document.reading.sentences[at] as Sentence;
    const end = { start: sentence.end, end: sentence.end, sentence: at };
    const last = { start: sentence.end - 1, end: sentence.end };
    if (treatment && isOfOtherProcedure(document, last, treatment, context.index.rulebook))
      return undefined;
    // "no better after the shots, back to 3 Norco" is of the shots, whatever else it names
    const isNamed = names(document, [NAMED], sentence);
    if (!isNamed && (names(document, others, sentence) || !isAbout(document, end)))
      return undefined;
    if (isRequested(document, sentence, context) || isDoubted(document, sentence)) return undefined;
    return sourceOf(document, end);
  }

  function accountAt(document: IndexedDocument, at: number): Account | undefined {
    const sentence = document.reading.sentences[at] as Sentence;
    const percent = percentIn(document, sentence) ?? reliefByScores(document, sentence);
    const lasted = lengthIn(document, sentence, undefined, context.asOf);
    const isNone = names(document, none, sentence);
    if (!percent && !lasted && !isNone) return undefined;
    const place = { start: sentence.start, end: sentence.end, sentence: at };
    return { document, place, percent, lasted, none: isNone };
  }
}

interface SentenceOfRelief {
  /** Its index. */
  at: number;
  /** It names the procedure or goes on about it, and may stand far from it. */
  isLinked: boolean;
}

/** The sentences that may speak of relief from a procedure; the same for all that is told. */
function sentencesOfRelief(document: IndexedDocument): readonly SentenceOfRelief[] {
  return ofRelief(document, '', () => {
    const { sentences, text, sections } = document.reading;
    return sentences.flatMap(({ start, end, section }, at) => {
      if (NOT_TOLD.includes(sections[section]?.kind ?? 'other')) return [];
      if (!names(document, [RELIEF], { start, end })) return [];
      const isLinked =
        names(document, [NAMED], { start, end }) || GOES_ON.test(text.slice(start, end));
      return isLinked || names(document, [TOLD], { start, end }) ? [{ at, isLinked }] : [];
    });
  });
}

const ofRelief = createMemo<IndexedDocument, readonly SentenceOfRelief[]>();

/** Who tells it and when, in one word; the writer of a note without a day is nobody. */
function sourceOf(document: IndexedDocument, place: Place): string {
  const sentence = document.reading.sentences[place.sentence];
  const told = sentence && document.mentions.of(TOLD, sentence.start, sentence.end)[0];
  const named = told && document.reading.text.slice(told.start, told.end).toLowerCase();
  const teller = named ?? speakerOf(document, place) ?? '';
  const day = dateOf(document, place);
  return `${teller} ${day?.year ?? ''}-${day?.month ?? ''}-${day?.day ?? ''}`;
}

/** Guidelines, wishes and what a reviewer says is missing tell of no relief. */
const DOUBTED = 'relief-in-doubt';

function isDoubted(document: IndexedDocument, sentence: Sentence): boolean {
  return names(document, [DOUBTED], sentence);
}
