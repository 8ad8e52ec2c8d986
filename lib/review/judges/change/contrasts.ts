/** What could not be done then, beside what is done now: a contrast, whatever doing it is of. */
import type { Sentence } from '../../../language/mention.ts';
import { type IndexedDocument, names } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { type Span, shares } from '../../evidence/scopes.ts';
import { numbersIn } from './amounts.ts';
import { clausesOf } from './compared-abilities.ts';

/** Concepts of the packs: words of an earlier time, of the time when a care began, and of now. */
const THEN = 'told-then';
const CARE_BEGUN = 'care-begun';
const WAS = 'was-then';
const NOW = 'told-now';
/** What is not done, or only with help, and what says that nothing changed. */
const POOR = ['poor-doing', 'barely'];
const SAME = ['stood-still', 'no-change-words', 'function-no-gain-said'];
/** Something got hurt anew: what was lost then is no start to gain from. */
const HURT = 'hurt-anew';
const WORSE = 'slower-now';
/** Words for what was just told. */
const OF_THAT = /\b(?:it|this|that|them|these|those|so|both|either|neither)\b/gi;
/** What is no doing: a symptom, a test, another care. */
const NO_DOING = 'no-doing';
/** What was done then, or is less now: a care that made it worse. */
const ABLE_THEN = 'able-then';

/** A clause with what it is of. */
interface Part extends Span {
  isThen: boolean;
  /** Of the time before a care or at its start. */
  isBefore: boolean;
}

/** Words that a clause has beside those of its time where they only lead to the next: "Before the needles,". */
const FEW_WORDS = 2;

/**
 * What is done now in a sentence, where it sets it against what was poor then: "hangs the wash, her
 * mother did it at intake". A time before the care that is judged is enough: nobody would name it else.
 */
export function doneNow(document: IndexedDocument, sentence: Sentence): readonly Span[] {
  return contrasts(document, sentence.start, () => {
    const parts = partsOf(document, sentence);
    const then = parts.filter(({ isThen }) => isThen);
    const now = parts.filter(({ isThen }) => !isThen);
    if (then.length === 0 || now.length === 0 || isUnclear(document, sentence)) return [];
    const isPoorThen = then.some((part) => names(document, POOR, part));
    const isOfCare =
      then.some(({ isBefore }) => isBefore) &&
      !then.some((part) => names(document, [NO_DOING, ABLE_THEN], part)) &&
      !isMeasured(document, then, now);
    return isPoorThen || isOfCare ? now.filter((part) => !names(document, POOR, part)) : [];
  });
}

const contrasts = createMemo<IndexedDocument, readonly Span[], number>();

/** Whether a sentence tells only of how poor then was what stands before it, which is of now. */
export function isPoorThen(document: IndexedDocument, sentence: Sentence): boolean {
  const { start, end } = sentence;
  const says = (concepts: readonly string[]) => names(document, concepts, sentence);
  if (!says([THEN, CARE_BEGUN, WAS])) return false;
  const begun = document.mentions.of(CARE_BEGUN, start, end);
  const isBefore = begun.length > 0;
  // "before this" is the time itself
  const isOfThat = [...document.reading.text.slice(start, end).matchAll(OF_THAT)].some(
    ({ index }) =>
      !begun.some((time) => shares(time, { start: start + index, end: start + index + 1 })),
  );
  const isPoor = says(POOR) && (isOfThat || isBefore);
  const isOther = isOfThat && isBefore && !says([NO_DOING, ABLE_THEN]);
  if ((!isPoor && !isOther) || isUnclear(document, sentence)) return false;
  const parts = partsOf(document, sentence);
  return parts.length > 0 && parts.every(({ isThen }) => isThen);
}

/** Whether a sentence tells of no other time than now, of nothing poor and of nothing that stayed as it was. */
export function isOfNow(document: IndexedDocument, sentence: Sentence): boolean {
  return (
    !names(document, [THEN, CARE_BEGUN, WAS, ...POOR], sentence) && !isUnclear(document, sentence)
  );
}

function isUnclear(document: IndexedDocument, span: Span): boolean {
  return names(document, [...SAME, HURT, WORSE], span);
}

/** Numbers of both times tell by themselves which is more. */
function isMeasured(
  { reading: { text } }: IndexedDocument,
  then: readonly Span[],
  now: readonly Span[],
): boolean {
  const hasAmount = ({ start, end }: Span) => numbersIn(text.slice(start, end)).length > 0;
  return then.some(hasAmount) && now.some(hasAmount);
}

/** "Gone from never leaving the house to riding the bus": a doing then, and one of now. */
const FROM_TO =
  /\bfrom (\w[^.;]{2,60}?)(?:, | )(?:(?:he|she|they|I) (?:has |have |had )?)?(?:(?:now|progressed|gone|moved|advanced|come|graduated|went) )?(?:on )?to (?=(?:\w+ly )?\w+ing\b)/i;

/** Both doings of such a turn. */
function fromAndTo({ reading: { text } }: IndexedDocument, { start, end }: Sentence): Part[] {
  const found = FROM_TO.exec(text.slice(start, end));
  if (!found) return [];
  const from = start + found.index;
  const to = from + found[0].length;
  return [
    { start: from, end: to, isThen: true, isBefore: false },
    { start: to, end, isThen: false, isBefore: false },
  ];
}

/** The clauses of a sentence; one without words of its time is of that of the one before it. */
function partsOf(document: IndexedDocument, sentence: Sentence): Part[] {
  const turn = fromAndTo(document, sentence);
  if (turn.length > 0) return turn;
  const { start, end } = sentence;
  const { text } = document.reading;
  const says = (concept: string, part: Span) => names(document, [concept], part);
  const parts: Part[] = [];
  for (const clause of clausesOf(text.slice(start, end))) {
    if (clause.isLabel) continue;
    const from = start + clause.start;
    const part = { start: from, end: from + clause.words.length };
    const last = parts.at(-1);
    const isBefore = says(CARE_BEGUN, part);
    const isWas = isBefore || says(WAS, part);
    const isOfNow = says(NOW, part) && !isWas;
    const isThen = isWas || (!isOfNow && says(THEN, part));
    if (last && isLead(document, last) && !isOfNow) {
      last.end = part.end;
      continue;
    }
    const leads = /[;]\s*$/.test(text.slice(last?.end ?? start, part.start));
    const follows = last?.isThen === true && !isOfNow && !leads;
    parts.push({
      ...part,
      isThen: isThen || follows,
      isBefore: isBefore || (follows && last.isBefore),
    });
  }
  return parts;
}

/** "At the first visit,": what follows is what it is of. */
function isLead(document: IndexedDocument, part: Part): boolean {
  if (!part.isThen) return false;
  const { text } = document.reading;
  const words = (span: Span) => text.slice(span.start, span.end).trim().split(/\s+/).length;
  const [mention] = [CARE_BEGUN, THEN].flatMap((concept) =>
    document.mentions.of(concept, part.start, part.end),
  );
  return mention !== undefined && words(part) - words(mention) <= FEW_WORDS;
}
