import type { Range } from '../../language/mention.ts';
import { numberWords } from '../../language/number-words.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Place, Span } from '../evidence/scopes.ts';
import { FAMILY } from './compared-words.ts';
import { NOT_TOLD } from './places.ts';
import { plainPairs, scoresOfBoth } from './plain-scores.ts';

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
const MAY_BE_SCORE = new RegExp(
  `(?<![\\d.])(?:10|\\d)(?!\\d)|\\b(?:${numberWords(0, 10).join('|')})\\b`,
  'i',
);

function findPlainPairs({ reading }: IndexedDocument): PlacedPair[] {
  const { sentences, sections } = reading;
  const text = withoutStrengths(reading);
  return sentences.flatMap((sentence, at): PlacedPair[] => {
    if (NOT_TOLD.includes(sections[sentence.section]?.kind ?? 'other')) return [];
    const before = sentences[at - 1];
    const own = text.slice(sentence.start, sentence.end);
    if (!MAY_BE_SCORE.test(own)) return [];
    const isNow = before !== undefined && before.section === sentence.section && NOW.test(own);
    const isTale =
      (isNow && THEN.test(text.slice(before.start, before.end))) ||
      (before?.section === sentence.section && isWithAndWithout(text, before, sentence));
    const start = isTale ? before.start : sentence.start;
    const words = text.slice(start, sentence.end).replace(/\.(?=\s)/g, ';');
    if (WISHED.test(words) || OF_ANOTHER.test(words)) return [];
    const ofBoth =
      before?.section === sentence.section && isBoth(text.slice(before.start, before.end))
        ? scoresOfBoth(own)
        : undefined;
    if (ofBoth) {
      const { start: first, end, from, to } = ofBoth;
      const place = { start: sentence.start + first, end: sentence.start + end, sentence: at };
      return [{ place, from, to, ofMedicine: true }];
    }
    return plainPairs(words).map(({ start: first, end, from, to, ofMedicine }) => {
      const place = { start: start + first, end: start + end, sentence: at };
      return { place, from, to, ofMedicine };
    });
  });
}

const THEN = /^\W*(?:(?:he|she|pt|pain|it) )?(?:was|were|used to be|had been|before)\b/i;
const NOW = /^\W*(?:(?:he|she|pt|pain|it) )?(?:is )?(?:now|today|currently|these days)\b/i;
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

/** The text with underscores for the strengths of medicines: "Norco 10" is no score of ten. */
function withoutStrengths({ text, medications }: IndexedDocument['reading']): string {
  const strengths = medications.flatMap(({ strength }) => strength ?? []);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of strengths.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), '_'.repeat(end - start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** "Without it she cannot rise; with it she is up". */
function isBoth(words: string): boolean {
  return WITH_ONE.test(words) && WITHOUT_ONE.test(words);
}

const WITH_ONE = /\b(?:with|on|has|takes|w\/(?!o)) (?:it|them|the \w+|one)\b/i;
const WITHOUT_ONE = /\b(?:without|w\/o|off)\b/i;

/** "His father gets from nine to three with it"; "his wife says he is at 3" is told of the patient. */
const OF_ANOTHER = new RegExp(
  `^\\W*(?:his|her|my|the|a) ${FAMILY}\\b(?![^.;]*\\b(?:he|she|him|pt|patient|says?|said|reports?|tells?|told)\\b)`,
  'i',
);

const WISHED = /\b(?:goals?|target|should|guidelines?|recommend\w*|criteria|hop(?:es?|ing))\b/i;
