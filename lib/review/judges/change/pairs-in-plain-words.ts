import type { Range, Sentence, Value } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { numberWords } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place, Span } from '../../evidence/scopes.ts';
import { NOT_TOLD } from '../places.ts';
import {
  headedPair,
  type ScorePair,
  scorePairs,
  scoresOfBoth,
  sidedScores,
} from './score-pairs.ts';
import { DRUG_SIGN, tellsOfMedicine } from './score-sides.ts';

/** Two scores that a document tells apart in plain words. */
export interface PlacedPair {
  place: Place;
  from: Range;
  to: Range;
  /** The words that tell them apart speak of a medicine. */
  ofMedicine: boolean;
}

/** The pairs of all sentences; the same whatever medicine is asked for. */
export function pairsInPlainWords(document: IndexedDocument): readonly PlacedPair[] {
  return plainPairsOf(document, '', () => findPlainPairs(document));
}

const plainPairsOf = createMemo<IndexedDocument, readonly PlacedPair[]>();

/** A number from none to ten, in digits or a word. */
const TO_TEN = `(?:(?<![\\d.])(?:10|\\d)(?!\\d)|\\b(?:${numberWords(0, 10).join('|')})\\b)`;
const MAY_BE_SCORE = new RegExp(TO_TEN, 'i');
const MAY_BE_TWO = new RegExp(`${TO_TEN}[^]*?${TO_TEN}`, 'i');

function findPlainPairs(document: IndexedDocument): PlacedPair[] {
  const { reading } = document;
  const { sentences, sections } = reading;
  const text = withSignsOnly(reading);
  const inSameTale = (one: Sentence, other: Sentence | undefined): other is Sentence =>
    other !== undefined && other.section === one.section;
  /** Where the last pair ends: what is of it is of no other. */
  let told = 0;
  const found = (pairs: PlacedPair[]): PlacedPair[] => {
    told = pairs.at(-1)?.place.end ?? told;
    return pairs;
  };
  return sentences.flatMap((sentence, at): PlacedPair[] => {
    const own = text.slice(sentence.start, sentence.end);
    const kind = sections[sentence.section]?.kind ?? 'other';
    if (kind === 'request')
      return isOfAnother(document, sentence) ? [] : inForm(own, sentence.start, at);
    if (NOT_TOLD.includes(kind)) return [];
    const before = sentences[at - 1];
    // a question, or the head of a table, whose numbers come behind it
    if (!MAY_BE_SCORE.test(own)) return found(overSentences(document, text, at));
    const mayJoin = inSameTale(sentence, before) && told <= before.start;
    const isNow = mayJoin && NOW.test(own);
    const isTale =
      (isNow && THEN.test(text.slice(before.start, before.end))) ||
      (mayJoin && isWithAndWithout(text, before, sentence));
    const start = isTale ? before.start : sentence.start;
    const words = text.slice(start, sentence.end).replace(/\.(?=\s)/g, ';');
    if (WISHED.test(words) || isOfAnother(document, { start, end: sentence.end })) return [];
    const ofBoth =
      inSameTale(sentence, before) && isBoth(text.slice(before.start, before.end))
        ? scoresOfBoth(own)
        : undefined;
    if (ofBoth) {
      const { start: first, end, from, to } = ofBoth;
      const place = { start: sentence.start + first, end: sentence.start + end, sentence: at };
      return [{ place, from, to, ofMedicine: true }];
    }
    const pairs = MAY_BE_TWO.test(words) ? placed(scorePairs(words), start, at) : [];
    if (pairs.length > 0) return found(pairs);
    return told > sentence.start ? [] : found(overSentences(document, text, at));
  });
}

/** "Pain without / with meds:  9 / 8": the form of a request holds what is so beside what is asked for. */
function inForm(words: string, offset: number, sentence: number): PlacedPair[] {
  if (!MAY_BE_TWO.test(words) || WISHED.test(words) || !isOfPain(words)) return [];
  const pair = headedPair(words);
  return pair?.ofMedicine ? placed([pair], offset, sentence) : [];
}

function placed(pairs: readonly ScorePair[], offset: number, sentence: number): PlacedPair[] {
  return pairs.map(({ start, end, from, to, ofMedicine }) => {
    const place = { start: offset + start, end: offset + end, sentence };
    return { place, from, to, ofMedicine };
  });
}

/** Letters over which two scores are told one after the other. */
const LONGEST_TALE = 160;
/** What is said to be of pain, or is asked. */
const OF_PAIN =
  /\b(?:pain|pn|VAS|NRS|scores?|rat(?:e|es|ed|ing)|aches?|aching|burning|hurts?|worst|average|least|analgesia|what number)\b|\/\s?10\b|\bout of (?:10|ten)\b/i;

function isOfPain(words: string): boolean {
  return OF_PAIN.test(words) || tellsOfMedicine(words);
}

/** "Pain w/o meds: 8" in one line, "Pain with meds: 4" in the next: one score each, on two sides of a medicine. */
function overSentences(document: IndexedDocument, text: string, at: number): PlacedPair[] {
  const { sentences } = document.reading;
  const { start, end, section } = sentences[at] as Sentence;
  const isNear = (other: Sentence | undefined): other is Sentence =>
    other?.section === section && other.end - start <= LONGEST_TALE;
  // most sentences end here: what costs less is asked first
  if (!isNear(sentences[at + 1])) return [];
  if (!MAY_BE_SCORE.test(text.slice(end, start + LONGEST_TALE))) return [];
  const first = text.slice(start, end);
  if (!isOfPain(first) || sidedScores(first).length > 1) return [];
  let words = first;
  for (let last = at + 1; ; last += 1) {
    const other = sentences[last];
    if (!isNear(other)) return [];
    const next = text.slice(other.start, other.end);
    if (WISHED.test(next) || isOfAnother(document, other)) return [];
    // sentences end, whatever stands between them
    const gap = other.start - start - 1;
    words = `${words.slice(0, gap).padEnd(gap)};${next}`;
    const headed = headedPair(words);
    if (headed) return placed([headed], start, at);
    if (sidedScores(next).length > 1) return [];
    if (sidedScores(words).length < 2) continue;
    return placed(
      scorePairs(words).filter(({ ofMedicine }) => ofMedicine),
      start,
      at,
    );
  }
}

const THEN =
  /^\W*(?:(?:he|she|pt|pain|it) )?(?:was|were|used to be|had been|before)\b|^\W*(?:in|last|back in) (?:\w+ ){1,4}(?:was|were)\b/i;
const NOW =
  /^\W*(?:(?:he|she|pt|pain|it) )?(?:is )?(?:now|today|currently|these days)\b|^\W*(?:it|pain|(?:the |this )\w+)(?: is|['’]s) (?:an? )?\w+ (?:now|today|currently|these days)\b/i;
const WITH = /\b(?:with|on) (?:it|them|(?:the|his|her) \w+|one)\b/i;
const GONE_WITHOUT =
  /\b(?:(?:was|were|is|am|ran|runs) out|without (?:it|them|(?:the|his|her) \w+|medication|meds|medicine)|off (?:it|them)|(?:forg[eo]t|miss(?:ed)?|skip(?:ped)?) (?:it|them|one))\b/i;

/** "With it I'm a 5. The week I was out I was a 9." */
function isWithAndWithout(text: string, one: Span, other: Span): boolean {
  const [first, second] = [one, other].map(({ start, end }) => text.slice(start, end)) as [
    string,
    string,
  ];
  return (
    (WITH.test(first) && GONE_WITHOUT.test(second) && !GONE_WITHOUT.test(first)) ||
    (GONE_WITHOUT.test(first) && WITH.test(second) && !GONE_WITHOUT.test(second))
  );
}

const HIDDEN = '■';
/** Values whose numbers are no scores. */
const OTHER_VALUES: readonly Value['kind'][] = ['duration', 'percent', 'dose', 'age', 'frequency'];

/** The text with one sign for what may not be taken for a score, and another for the name of a drug. */
function withSignsOnly({
  text,
  medications,
  values,
  mentions,
}: IndexedDocument['reading']): string {
  const hidden = [
    ...medications.flatMap(({ strength }) => strength ?? []),
    ...values.filter(({ value }) => OTHER_VALUES.includes(value.kind)),
  ].map(({ start, end }) => ({ start, end, sign: HIDDEN }));
  const drugs = mentions.where(isDrug).map(({ start, end }) => ({ start, end, sign: DRUG_SIGN }));
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, sign } of [...hidden, ...drugs].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), sign.repeat(end - start));
    from = end;
  }
  // a blank to be filled in is no letter
  return [...parts, text.slice(from)].join('').replaceAll('_', ' ');
}

/** "Without it she cannot rise; with it she is up". */
function isBoth(words: string): boolean {
  return WITH_ONE.test(words) && WITHOUT_ONE.test(words);
}

const WITH_ONE = new RegExp(
  `\\b(?:with|on|has|takes|w/(?!o)) (?:(?:it|them|the \\w+|one)\\b|(?:the )?${DRUG_SIGN})`,
  'i',
);
const WITHOUT_ONE = /\b(?:without|w\/o|off)\b/i;

/** "His father gets from nine to three with it"; "his wife says he is at 3" is told of the patient. */
function isOfAnother({ mentions, reading }: IndexedDocument, { start, end }: Span): boolean {
  const words = reading.text.slice(start, end);
  const [other] = mentions.of(OF_FAMILY, start, end);
  return (
    other !== undefined &&
    !/\w/.test(words.slice(0, other.start - start)) &&
    !OF_PATIENT.test(words.slice(other.end - start).replace(/[.;].*/s, ''))
  );
}

const OF_FAMILY = 'told-of-family';
const OF_PATIENT = /\b(?:he|she|him|pt|patient|says?|said|reports?|tells?|told)\b/i;

const WISHED =
  /\b(?:before (?:the|his|her) (?:injury|accident)|goals?|target|should|guidelines?|recommend\w*|criteria|hop(?:es?|ing))\b/i;
