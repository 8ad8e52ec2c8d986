import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';
import { type BareNumber, bareNumbers, LONGEST_REACH } from './bare-numbers.ts';
import { THERAPIES } from './count-subject.ts';
import { type CuedNumber, nearestOf, OTHER_CUE } from './cued-counts.ts';

/** Between the name of a therapy and the number of its visits: "PT (24)", "PT x 12", "chiro 2014: 8". */
const AFTER_NAME =
  /^s?\s?(?:(?:19|20)\d\d\s?)?(?:(?:hx|history|(?:this|last) (?:year|spring|summer|fall|winter)|before|prior|previous(?:ly)?|so far|to date)\s?){0,2}(?:[(:x×,?-]|[ \t]{0,20}(?:\[[ \t]?[x✓]?[ \t]?\]|[☐☑☒])[ \t]{0,8}#?)?\s{0,3}(?:a(?:ns(?:wer)?)?[.:]\s?)?(?:(?:yes|y)[,;.]?\s)?["“~]?(?:(?:about|around|approx(?:\.|imately)?|roughly|maybe|perhaps|some)\s)?(?:an?\s)?$/i;
/** "9 of 9 PT", "all 6 PT". */
const BEFORE_NAME = /^ (?:of (?:the |his |her )?\d{1,3} )?$/i;
/** A number that opens a line and a capital letter after it are an item of a list. */
const ITEM = /(?:^|\n)[ \t]*\(?\d{1,2}$/;
/** Words to what says that the visits are asked for, granted or missed. */
const REACH_WORDS = 2;

/** Bare numbers beside the name of a therapy: "PT 24", "PT 10 of 12", "8 chiro", "fourteen PT". */
export function numbersByName(document: IndexedDocument): CuedNumber[] {
  const { reading, mentions } = document;
  const found: CuedNumber[] = [];
  for (const name of THERAPIES.flatMap((concept) => mentions.get(concept) ?? [])) {
    const sentence = reading.sentences[sentenceAt(reading, name.start)] as Span;
    const around = {
      start: Math.max(sentence.start, name.start - LONGEST_REACH),
      end: Math.min(sentence.end, name.end + LONGEST_REACH),
    };
    for (const number of bareNumbers(document, around)) {
      if (!isBeside(reading.text, number, name)) continue;
      if (found.some(({ place }) => place.start < number.end && number.start < place.end)) continue;
      const other = nearestOf(
        reading.text,
        mentions.of(OTHER_CUE, sentence.start, sentence.end),
        number,
      );
      if (other <= REACH_WORDS) continue;
      const place = { start: number.start, end: number.end, sentence: name.sentence };
      found.push({ place, amount: number.amount, ordinal: false, unsure: number.unsure });
    }
  }
  return found;
}

function isBeside(text: string, number: BareNumber, name: Span): boolean {
  if (number.start >= name.end) return AFTER_NAME.test(text.slice(name.end, number.start));
  if (!BEFORE_NAME.test(text.slice(number.end, name.start))) return false;
  const isItem = ITEM.test(text.slice(Math.max(0, number.end - LONGEST_REACH), number.end));
  return !(isItem && /^[A-Z]/.test(text.slice(name.start)));
}
