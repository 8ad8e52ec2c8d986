/**
 * What a date beside a drug says of its use: since when, when it was started, started again or stopped.
 * The first date that a record has is no start; one of these words makes it one.
 */
import type { DateValue, MedicationStatement, Reading, ValueMention } from '../mention.ts';
import { isDrug, type Mentions } from '../mentions.ts';
import { firstFrom } from '../sorted.ts';

export type DateRole = 'since' | 'started' | 'restarted' | 'stopped';

export interface DrugDate {
  date: DateValue;
  role: DateRole;
}

/** A date counts for a drug that stands at most so many characters before it. */
const REACH = 72;
/** Words before a date that say what it is; "since I first saw her in March" goes on for some words. */
const LEADS: readonly [RegExp, DateRole][] = [
  [/\b(?:re-?started|resumed|re-?initiated)\b[^.;,\d]{0,24}$/i, 'restarted'],
  [
    /\b(?:stopped|discontinued|d\/c'?d|dc'?d|weaned off|tapered off|ended|until|till|off (?:it )?since)\b[^.;,\d]{0,24}$/i,
    'stopped',
  ],
  // what was first prescribed then was prescribed again
  [
    /\b(?:since|first prescribed|(?:going|goes) back to|(?:dating|dates|dated) (?:back to|from)|as far back as)\b[^.;,\d]{0,40}$/i,
    'since',
  ],
  [
    /\b(?:begun|began|started|initiated|commenced|first (?:given|taken|used)|start date)\b(?:#\d|[^.;,\d]){0,24},?\s*$/i,
    'started',
  ],
];
/** Words right before a drug that say the same of the date behind it: "Started on Soma in March 2014". */
const VERBS: readonly [RegExp, DateRole][] = [
  [
    /\b(?:re-?started|resumed|re-?initiated)(?: (?:on|her|him|the|taking|using))*\s*$/i,
    'restarted',
  ],
  [/\b(?:stopped|discontinued|quit)(?: (?:her|his|the|taking|using))*\s*$/i, 'stopped'],
  [
    /\b(?:began|begun|started|initiated|commenced|first prescribed|first (?:took|given|placed on))(?: (?:on|her|him|the|taking|using))*\s*$/i,
    'started',
  ],
];
const VERB_REACH = 32;
/** What may stand between a drug after such a verb and its date: its strength and how it is taken. */
const PLAIN_LINK = /^[^.;]{0,40}$/;
const SENTENCE_SINCE = /^\W*(?:and\s+)?(?:ever\s+)?since\b[^.;]{0,48}$/i;
const LONGEST_START = 60;

/** The dates of a statement's sentence that say since when it is taken, or when it was begun or stopped. */
export function drugDates(reading: Reading, statement: MedicationStatement): DrugDate[] {
  const { text, sentences } = reading;
  const { start, sentence } = statement;
  const place = sentences[sentence];
  if (place === undefined) return [];
  const nameEnd = reading.mentions.at(statement.mention)?.end ?? statement.end;
  const verb = roleOf(VERBS, text.slice(Math.max(place.start, start - VERB_REACH), start));
  const found = datesBehind(reading, nameEnd, { from: statement.end, to: place.end }, verb);
  const before = sinceBefore(reading, place.start, start);
  return before === undefined ? found : [...found, before];
}

/**
 * The dates behind a name, up to the next drug, and what the words before each say of it, or else `verb`
 * before the name. The first stands within reach of `from`.
 */
export function datesBehind(
  { text, values, mentions }: Reading,
  nameEnd: number,
  { from: statementEnd, to }: { from: number; to: number },
  verb?: DateRole,
): DrugDate[] {
  const limit = nextDrug(mentions, nameEnd, to);
  const found: DrugDate[] = [];
  let from = nameEnd;
  for (let i = firstFrom(values, nameEnd); i < values.length; i += 1) {
    const { value, start: at, end } = values[i] as ValueMention;
    if (at >= limit || at - Math.max(from, statementEnd) > REACH) break;
    if (value.kind !== 'date') continue;
    const lead = text.slice(from, at);
    const role = roleOf(LEADS, lead) ?? (PLAIN_LINK.test(lead) ? verb : undefined);
    if (role !== undefined) found.push({ date: value.date, role });
    from = end;
  }
  return found;
}

/** "Since surgery on 4/2/2014 he has been on Soma". */
function sinceBefore({ text, values }: Reading, from: number, to: number): DrugDate | undefined {
  const mention = values[firstFrom(values, from)];
  if (mention?.value.kind !== 'date' || mention.start >= to) return undefined;
  if (mention.start - from > LONGEST_START || to - mention.end > REACH) return undefined;
  return SENTENCE_SINCE.test(text.slice(from, mention.start))
    ? { date: mention.value.date, role: 'since' }
    : undefined;
}

function roleOf(roles: readonly [RegExp, DateRole][], words: string): DateRole | undefined {
  return roles.find(([pattern]) => pattern.test(words))?.[1];
}

/** Where the first drug named in `[from, limit)` starts; `limit` when none is. */
export function nextDrug(mentions: Mentions, from: number, limit: number): number {
  const drugs = mentions.where(isDrug);
  return Math.min(limit, drugs[firstFrom(drugs, from)]?.start ?? limit);
}
