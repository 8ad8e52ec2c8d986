import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';
import { THERAPIES } from './count-subject.ts';
import type { CuedNumber } from './cued-counts.ts';

/** "Visit 9/12", "attended: 6/12", "seen 16 / 16", "visits used / authorized: 9 / 12". */
const AFTER_CUE =
  /\b(visits?|sessions?|tx|treatments?|attended|attendance|attends|used|kept|seen|completed)(?:[ \t]*\/ ?(?:authori[sz]ed|auth|approved|allowed|scheduled))?[ \t]*[:#]*[ \t]*(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/]| ?- ?\d)/gi;
/** "PT 12/12", behind the name of a therapy. */
const AFTER_NAME = /^[ \t]?[(:]?[ \t]?(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/]| ?- ?\d)/;
/** Numbers of visits that are granted. */
const USUALLY_GRANTED = [4, 6, 8, 9, 10, 12, 14, 15, 16, 18, 20, 24, 30, 36];
const GRANTED_AFTER =
  /^\s?(?:auth|appr|cert|visits?|sessions?|tx\b|of\b|completed|attended|used|today\b)/i;
const SAYS_ATTENDED = /^(?:attend|used|kept)/i;
const NUMBERS_A_VISIT = /^(?:visit|session|tx|treatment)/i;
const FULL_DATE = /\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/;
/** Nothing more in its sentence: "progress report, visit 12/12." */
const ALONE = /^\s*(?:[.;,)]|$)/;
const TODAY_IS = /\b(?:today|this) is (?:\w+ )?$/i;
const LONGEST = 12;

/** Visits done, as a part of those granted: "9/12". A day and its month are none. */
export function visitParts({ reading, mentions }: IndexedDocument): CuedNumber[] {
  const { text } = reading;
  const found: CuedNumber[] = [];
  const add = ({ start, end }: Span, cue: string, written: [string, string]) => {
    const [amount, granted] = written.map(Number) as [number, number];
    if (amount > granted || !USUALLY_GRANTED.includes(granted)) return;
    const rest = text.slice(end).split('\n', 1)[0] ?? '';
    const mayBeDay = amount >= 1 && amount <= 12 && !text.slice(start, end).includes(' /');
    const isPart =
      !mayBeDay ||
      SAYS_ATTENDED.test(cue) ||
      GRANTED_AFTER.test(rest) ||
      (amount === granted && NUMBERS_A_VISIT.test(cue) && ALONE.test(rest) && !/s\b/i.test(cue)) ||
      (amount === granted && TODAY_IS.test(text.slice(Math.max(0, start - LONGEST), start))) ||
      (NUMBERS_A_VISIT.test(cue) ? FULL_DATE.test(rest) : cue === '' && amount === granted);
    if (!isPart) return;
    found.push({
      place: { start, end, sentence: sentenceAt(reading, start) },
      amount,
      ordinal: false,
    });
  };
  for (const match of text.matchAll(AFTER_CUE)) {
    const [words, cue = '', part = '', whole = ''] = match;
    add({ start: match.index, end: match.index + words.length }, cue, [part, whole]);
  }
  for (const { start, end } of THERAPIES.flatMap((concept) => mentions.get(concept) ?? [])) {
    const match = AFTER_NAME.exec(text.slice(end, end + LONGEST));
    if (match) add({ start, end: end + match[0].length }, '', [match[1] ?? '', match[2] ?? '']);
  }
  return found;
}
