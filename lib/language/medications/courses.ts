/** How long a drug was taken, told in a few days or weeks: use that goes on, or a course that is over. */

import type { MedicationStatement, Reading } from '../mention.ts';
import { firstFrom } from '../sorted.ts';
import { nextDrug } from './drug-dates.ts';

/** A length that a text tells of a drug's use. */
export interface Course {
  days: number;
  /** It is taken still: "on Soma for a week". Otherwise it ended. */
  isOngoing: boolean;
}

/** Longer spans are of use that goes on, which is read as such elsewhere. */
const LONGEST_DAYS = 45;
/** Between a drug and its length: "for", "x"; its strength may stand before that. */
const LINK = /^[^.;,]{0,16}?\b(?:for|x|over|lasting)(?: (?:about|only|just|around|some|the))* ?$/i;
/** "On Soma", "has been taking the Soma". */
const ONGOING =
  /\b(?:(?:is|'s|been|still|now) (?:on|taking|using)|(?:has|have) had|takes|taking|^\W*on)(?: (?:the|his|her|a|an))*\s*$/i;
/** "Took Soma", "they gave him Soma", "was on Soma". */
const ENDED =
  /\b(?:took|(?<!has |have |['’]s )had|used|tried|got|received|gave|(?:was|were|had been) (?:on|given|prescribed|handed|tried on|put on|taking|using))(?: (?:him|her|me|the|pt|patient|some|a|an|on|only|just))*\s*$/i;
/** "Soma, which the ER gave for a week": the verb stands between the drug and its length. */
const ENDED_BETWEEN =
  /^[^;]{0,48}\b(?:gave|given|handed|prescribed|dispensed|took|had|used)\b[^.;\d]{0,24}\bfor (?:about |only |just )?$/i;
const ENDED_BEHIND =
  /^[^.]{0,24}\b(?:only\b|ended|ago\b|none since|last (?:year|spring|summer|fall|winter)|then (?:stopped|quit|off)|and (?:it )?(?:stopped|quit))/i;
/** "And has continued since", "and still takes it": the length is not all of it. */
const GOES_ON = /\b(?:continu\w+|still|(?<!none )since|ongoing|refill\w*|remains? on)\b/i;
const WORDS_BEFORE = 40;

/** The course that a statement tells of, where it is no prescription: "took Robaxin for ten days". */
export function courseOf(reading: Reading, statement: MedicationStatement): Course | undefined {
  const { text, sentences, values, mentions } = reading;
  if (statement.frequency !== undefined || statement.quantity !== undefined) return undefined;
  const place = sentences[statement.sentence];
  const name = mentions.at(statement.mention);
  if (place === undefined || name === undefined) return undefined;
  const limit = nextDrug(mentions, name.end, place.end);
  const next = values
    .slice(firstFrom(values, name.end), firstFrom(values, limit))
    .find(({ value }) => value.kind === 'duration');
  if (next?.value.kind !== 'duration' || next.value.days.high > LONGEST_DAYS) return undefined;
  const link = text.slice(name.end, next.start);
  const isGiven = ENDED_BETWEEN.test(link);
  if (!isGiven && !LINK.test(link)) return undefined;
  if (GOES_ON.test(text.slice(next.end, place.end))) return undefined;
  const before = text.slice(Math.max(place.start, name.start - WORDS_BEFORE), name.start);
  const isOver =
    isGiven ||
    name.assertion.time === 'past' ||
    ENDED.test(before) ||
    ENDED_BEHIND.test(text.slice(next.end, place.end));
  if (!isOver && !ONGOING.test(before)) return undefined;
  return { days: next.value.days.high, isOngoing: !isOver };
}
