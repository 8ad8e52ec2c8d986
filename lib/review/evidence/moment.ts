import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import type { IndexedDocument } from './case-index.ts';
import { dateOf } from './dates.ts';
import { documentDate, wholeDates } from './document-date.ts';
import { createMemo } from './memo.ts';
import { clauseAround, type Place, type Span } from './scopes.ts';

/** When a clause says that something was so: at an earlier time, or now. */
export type Moment = 'then' | 'now';

const MONTHS =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|march|mar\\.?|april|apr\\.?|may|june|jun\\.?|july|jul\\.?|august|aug\\.?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const NOW =
  /\b(?:today|now|currently|at present|presently|at this (?:time|visit|point)|this (?:visit|morning|month|week)|nowadays|lately|these days|any ?more|since (?:the|then|her|his|that)|on (?:this|today's) exam\w*)\b/i;
/** Verbs that say it is no more so, and words that count back. */
const THEN = new RegExp(
  [
    `\\bin (?:the )?(?:early |late |mid[- ]?)?(?:spring|summer|fall|autumn|winter|past|beginning|(?:${MONTHS})\\b|(?:19|20)\\d\\d)\\b`,
    '\\b(?:last|previous|prior|earlier) (?:visit|exam(?:ination)?|month|year|week|time|note|spring|summer|fall|winter|report)\\b',
    '\\b(?:previously|formerly|initially|at first|at one time|used to|(?:years?|months?|weeks?) ago|back then|at that time|resolved(?! (?:the|his|her|all|most|some)\\b))\\b',
    '\\bfor (?:a|about a|one|two|three|several|the first|a few|a couple of) (?:\\w+ )?(?:days?|weeks?|months?|while)(?: or (?:so|two))?$',
    '\\b(?:before|prior to|preceding|until) (?:the |his |her |that )?(?:(?:19|20)\\d\\d )?(?:\\w+ )?(?:surgery|operation|fusion|acdf|laminectomies|\\w+ectomy|\\w+otomy|decompression|procedure)\\b',
    '\\b(?:carried|copied|pulled|pasted) (?:forward|over)\\b',
    '\\bwhen (?:he|she|i|they|pt|patient) (?:first )?(?:began|started|went on|was (?:first )?(?:started|put|placed) on)\\b',
    '\\bat the (?:start|outset|beginning)\\b',
    '\\b(?:early on|in the beginning|(?:at|on|during|from) (?:the|his|her|that) (?:spring|summer|fall|winter|first|initial|intake|original|baseline|last|previous|prior|earlier) (?:\\w+ )?(?:visit|exam\\w*|appointment|evaluation)|when (?:he|she|i|we) (?:was|were|had been)? ?(?:last|first|previously) (?:seen|here|in|examined|saw|met)|used to)\\b',
    '\\bdischarge (?:of |on |from |note |summary )*\\d{1,2}/',
  ].join('|'),
  'i',
);

const DAY = '\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?';
/** "At 3/5", "of 7/10": strength or pain. */
const GRADE = '\\d{1,2}/(?:5|10)\\b(?!/)';
/** "On 3/4/2014", "of March 4". */
const ON_A_DAY = new RegExp(
  `\\b(?:on|at|of) (?:the )?(?:(?<!(?:at|of) )${DAY}|(?!${GRADE})${DAY}|(?:${MONTHS}) \\d{1,2})\\b`,
  'i',
);

/** "Better since it was begun in January" is so now. */
const SINCE = /\bsince\b[^,;]*/gi;

/**
 * Whether a place speaks of an earlier time ("in March there was a twitch") or of now ("none today").
 * Undefined where its clause does not say, and where the day it names is that of its own note.
 */
export function momentOf(document: IndexedDocument, place: Place): Moment | undefined {
  const { start, end } = clauseAround(document, place);
  const words = document.reading.text.slice(start, end);
  if (NOW.test(words)) return 'now';
  const told = words.replace(SINCE, ' ');
  const isThen = THEN.test(told) || (ON_A_DAY.test(told) && !isOfNewest(document, { start, end }));
  if (!isThen) return undefined;
  return dateOf(document, place) !== undefined && beginsWithDate(words) ? undefined : 'then';
}

/** Whether a stretch names a day that is not before the newest note of its text. */
function isOfNewest(document: IndexedDocument, span: Span): boolean {
  const newest = newestDay(document);
  if (newest === undefined) return false;
  return wholeDates(document, span).some(({ date }) => latestDay(date) >= newest);
}

/** The day of the newest note; undefined where the notes have none. */
function newestDay(document: IndexedDocument): number | undefined {
  return days(document, '', () => {
    const dated = document.reading.sections.flatMap(({ date }) => (date ? [latestDay(date)] : []));
    const own = documentDate(document);
    const all = own ? [...dated, latestDay(own)] : dated;
    return all.length > 0 ? Math.max(...all) : undefined;
  });
}

const days = createMemo<IndexedDocument, number | undefined>();

/** The last day that a text names, wherever; undefined where it names none. */
export function lastDayNamed(document: IndexedDocument): number | undefined {
  return named(document, '', () => {
    const all = (document.values.get('date') ?? []).flatMap(({ value }) =>
      value.kind === 'date' && value.date.year > 0 ? [earliestDay(value.date)] : [],
    );
    return all.length > 0 ? Math.max(...all) : undefined;
  });
}

const named = createMemo<IndexedDocument, number | undefined>();

/** A line of a chronology, which its date governs. */
function beginsWithDate(words: string): boolean {
  return /^\W{0,3}\d{1,2}\/\d{1,2}/.test(words);
}
