import { type IndexedDocument, sentenceAt } from '../evidence/case-index.ts';
import type { CuedNumber } from './cued-counts.ts';

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
/** "Her 9th visit", "the fourth PT session". */
const NTH = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)|(${ORDINALS.join('|')}))\\s+(?:(?!day|week|month|lumbar|cervical)[\\w-]+\\s+)?(?:visit|session|treatment|tx|appointment)\\b(?!s)`,
  'gi',
);
/** A visit that is to come, or that a rule names. */
const TO_COME =
  /\b(?:by|until|before|next|an?|any|schedul\w+|will (?:be|have)|re-?(?:eval\w*|exam\w*|assess\w*) (?:at|on|by)?|every|each)\s+(?:the\s+|his\s+|her\s+|a\s+)?$/i;
const BEFORE = 40;

/** Visits that a text numbers by their place in the row. */
export function ordinalVisits(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  return [...reading.text.matchAll(NTH)].flatMap((match): CuedNumber[] => {
    const start = match.index;
    if (TO_COME.test(reading.text.slice(Math.max(0, start - BEFORE), start))) return [];
    const [, digits, word] = match;
    const amount = digits ? Number(digits) : ORDINALS.indexOf(word?.toLowerCase() ?? '') + 1;
    const sentence = sentenceAt(reading, start);
    return [{ place: { start, end: start + match[0].length, sentence }, amount, ordinal: true }];
  });
}
