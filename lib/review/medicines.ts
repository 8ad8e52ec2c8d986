import type { DrugEntry } from '../language/drug.ts';
import type { DateValue, MedicationStatement, Mention } from '../language/mention.ts';
import { isDrug } from '../language/mentions.ts';
import { earliestDay, isoDate, latestDay } from '../language/values/calendar.ts';
import { clauseOfNow } from './evidence/bygone.ts';
import {
  type CaseIndex,
  firstFrom,
  groupBy,
  type IndexedDocument,
  names,
} from './evidence/case-index.ts';
import { dateOf } from './evidence/dates.ts';
import { createMemo } from './evidence/memo.ts';
import { scopeOf } from './evidence/scopes.ts';
import { createSpanSet } from './evidence/span-set.ts';
import { isDenied } from './judges/places.ts';
import type { FoundRequest } from './requests/found-request.ts';

/** A medicine, and whether it is taken as far as the record says. */
export interface Medicine {
  drug: DrugEntry;
  /**
   * `unsure`: named among earlier treatments, without a word on whether it is still taken; `lapsed`: named
   * long ago and not since, and not said to have been stopped.
   */
  use: 'in-use' | 'unsure' | 'lapsed' | 'stopped';
  /** With a dose, in a list of medicines, or asked for: no bare name. */
  stated: boolean;
  document: IndexedDocument;
  /** The statement that decides. */
  mention: Mention;
}

/**
 * What one statement says. A bare name is weaker than a dose, a list of medicines or a request: it
 * never outweighs that the drug was stopped. "No Norco today" is weaker than a list with Norco.
 */
type Status = 'taken' | 'named' | 'stopped' | 'denied' | 'earlier' | 'lapsed' | 'tried';

const USE: Record<Status, Medicine['use']> = {
  taken: 'in-use',
  named: 'in-use',
  earlier: 'unsure',
  lapsed: 'lapsed',
  tried: 'stopped',
  stopped: 'stopped',
  denied: 'stopped',
};

interface Statement {
  document: IndexedDocument;
  mention: Mention;
  status: Status;
  day: number;
}

/** Concepts of the packs: words that say a drug beside them is not really taken, or was stopped. */
const NOT_IN_USE = 'medicine-not-in-use';
const STOPPED = 'medicine-stopped';
const STARTED = 'medicine-started';
const BEGINS = 'medicine-begins-now';
/** And words that name it without its being taken: allergies, warnings, a single dose for a procedure, an offer. */
const WARNED_OF = 'medicine-warned-of';
const FOR_PROCEDURE = 'medicine-for-procedure';
const THOUGHT_OF = 'medicine-only-thought-of';
/** Words that say a list of medicines names all that is taken. */
const WHOLE_LIST = 'no-other-medicines';
/** Words that say a medicine is taken: no bare name. */
const TAKEN = 'medicine-taken';
/** What names a test for drugs. */
const DRUG_TEST = 'urine-test';
/** What says that a test found it, and that it found what is prescribed. */
const DETECTED = 'drug-detected';
const EXPECTED = 'drug-expected';
/** What statements of long ago say of today. */
const OLD: Partial<Record<Status, Status>> = {
  named: 'lapsed',
  taken: 'earlier',
  earlier: 'tried',
};
/** Older statements are history; a refill lasts a month or three. */
const LONGEST_AGO = 120;

/**
 * The medicines of a case. The newest statement on each drug decides, by date where dates are known,
 * else by place in the text. What is asked for counts as taken.
 */
export function medicinesOf(
  index: CaseIndex,
  requests: readonly FoundRequest[],
  asOf: DateValue,
): readonly Medicine[] {
  return medicines(requests, isoDate(asOf), () => findMedicines(index, requests, asOf));
}

const medicines = createMemo<readonly FoundRequest[], readonly Medicine[]>();

function findMedicines(
  index: CaseIndex,
  requests: readonly FoundRequest[],
  asOf: DateValue,
): Medicine[] {
  const asked = new Set(requests.flatMap(({ drug, listed }) => (drug && listed ? [drug.id] : [])));
  const byDrug = new Map<string, Statement[]>();
  for (const document of index.documents) {
    for (const statement of statementsIn(document, requests)) {
      const id = statement.mention.concept.slice('drug:'.length);
      const others = byDrug.get(id);
      if (others) others.push(statement);
      else byDrug.set(id, [statement]);
    }
  }
  return [...byDrug].flatMap(([id, all]) => {
    const statements = goingOn(all).map((statement) => asOfToday(statement, asOf));
    const drug = index.rulebook.drugs.get(id);
    const requested = asked.has(id);
    if (!requested && statements.every(isLeftOut)) return [];
    const decisive = decide(statements, requested);
    if (!drug || !decisive) return [];
    const { document, mention, status } = decisive;
    const stated = requested || status === 'taken';
    return [{ drug, use: USE[status], stated, document, mention }];
  });
}

function statementsIn(document: IndexedDocument, requests: readonly FoundRequest[]): Statement[] {
  const { mentions, medications } = document.reading;
  // a decision beside it does not say whether it is taken
  const items = requests.flatMap(({ drug, passages: [item] }) =>
    drug && item?.document === document.document.id ? [{ concept: `drug:${drug.id}`, item }] : [],
  );
  const places = new Map(
    [...groupBy(items, ({ concept }) => concept)].map(([concept, asked]) => [
      concept,
      createSpanSet(asked.map(({ item }) => item)),
    ]),
  );
  const isAskedFor = (mention: Mention) => places.get(mention.concept)?.touches(mention) ?? false;
  const details = new Map(
    medications.map((statement) => [mentions.at(statement.mention), statement]),
  );
  return mentions.where(isDrug).flatMap((mention) => {
    const detail = details.get(mention);
    const date = detail?.date ?? dateOf(document, mention);
    const day = date && date.year > 0 ? latestDay(date) : Number.NaN;
    const status =
      statusOf(document, mention, detail) ?? (isAskedFor(mention) ? 'named' : undefined);
    if (!status) return [];
    return [{ document, mention, status, day }];
  });
}

/** What a statement says of the day of the request. */
function asOfToday(statement: Statement, asOf: DateValue): Statement {
  const { status, day } = statement;
  const isOld = day < earliestDay(asOf) - LONGEST_AGO;
  return isOld ? { ...statement, status: OLD[status] ?? status } : statement;
}

/** Concept of the packs: "same meds", of the list of an earlier note. */
const SAME_LIST = 'same-medicines';

/** Statements of a drug with the days up to which it is said to go on: that of a later note with "same meds". */
function goingOn(statements: readonly Statement[]): Statement[] {
  const ends = statements.filter(({ status }) => USE[status] === 'stopped');
  const lastEnd = latestOf(ends.map(({ day }) => day));
  return statements.map((statement) => {
    const { document, status, day } = statement;
    if (status !== 'taken' && status !== 'named') return statement;
    if (lastEnd > day) return statement;
    return { ...statement, day: Math.max(day, lastSameList(document)) };
  });
}

/** The last day of a document whose list says "same meds". */
function lastSameList(document: IndexedDocument): number {
  return sameLists(document, '', () =>
    latestOf(
      (document.mentions.get(SAME_LIST) ?? []).flatMap((mention) => {
        const { presence, voice } = mention.assertion;
        const date = presence === 'affirmed' && voice === 'record' && dateOf(document, mention);
        return date && date.year > 0 ? [latestDay(date)] : [];
      }),
    ),
  );
}

const sameLists = createMemo<IndexedDocument, number>();

/** The latest of some days that are known; before all days where none is. */
function latestOf(days: readonly number[]): number {
  const known = days.filter((day) => !Number.isNaN(day));
  return known.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);
}

function statusOf(
  document: IndexedDocument,
  mention: Mention,
  detail: MedicationStatement | undefined,
): Status | undefined {
  const { presence, time, subject, voice } = mention.assertion;
  if (subject === 'other' || voice === 'guideline' || presence === 'conditional') return undefined;
  if (presence === 'possible' || voice === 'reviewer') return undefined;
  if (isWarnedOf(document, mention)) return undefined;
  // "tramadol not found" in the urine is a finding, not what is taken; "alprazolam pos" was taken
  const isResult = names(document, [DRUG_TEST], scopeOf(document, mention, 'sentence'));
  if (isResult && isDenied(mention)) return undefined;
  if (isResult && hasBeside(document, mention, DETECTED)) return 'named';
  if (isDenied(mention)) return time === 'planned' ? undefined : 'denied';
  if (isResult && hasBeside(document, mention, EXPECTED)) return 'named';
  if (hasBeside(document, mention, STOPPED, detail?.end)) return 'stopped';
  // "was started two weeks ago"; "prior treatment included" does not say that it ended
  if (time === 'past') return hasBeside(document, mention, STARTED) ? 'named' : 'earlier';
  const isBegun = hasBeside(document, mention, BEGINS);
  if (!isBegun && hasBeside(document, mention, NOT_IN_USE, detail?.end)) return 'tried';
  const dosed = detail?.frequency !== undefined || detail?.quantity !== undefined;
  if (!dosed && hasBeside(document, mention, THOUGHT_OF)) return undefined;
  const { sections, sentences } = document.reading;
  const listed = sections[sentences[mention.sentence]?.section ?? -1]?.kind === 'medications';
  const isTaken = time === 'current' && hasBeside(document, mention, TAKEN);
  // a patch has a dose a day without a frequency
  const isDailyDose = detail?.dailyDose !== undefined;
  return listed || dosed || isDailyDose || isTaken ? 'taken' : 'named';
}

/** "ALLERGIES: Ativan", "do not combine with Valium or Xanax", "Versed for the MRI". */
export function isWarnedOf(document: IndexedDocument, mention: Mention): boolean {
  if (hasBeside(document, mention, FOR_PROCEDURE)) return true;
  const { text } = document.reading;
  const line = Math.max(mention.start - WARNED_WITHIN, text.lastIndexOf('\n', mention.start) + 1);
  const list = document.mentions.get(WARNED_OF) ?? [];
  return list.some(
    ({ start, end }) =>
      start >= line && start < mention.start && !/[.;]/.test(text.slice(end, mention.start)),
  );
}

/** Letters between a warning and the last drug that it names. */
const WARNED_WITHIN = 90;

/** Doses and a conjunction between two drugs of one list. */
const JOINED =
  /^(?:[\s\d./%#-]|mg|mcg|er|cr|xr|ir|la|sr|bid|tid|qid|qd|daily|prn|q\d+h|qhs|hs|po|tabs?)*(?:,|\band\b|&|\+|\bor\b)\s*$/i;

/** Letters between a drug and the words that say it is not in use. */
const NEAR = 60;

/** Whether a concept stands beside a drug in its sentence, with no other drug between. */
function hasBeside(
  document: IndexedDocument,
  mention: Mention,
  concept: string,
  named = mention.end,
): boolean {
  const list = document.mentions.get(concept);
  if (!list) return false;
  const drugs = document.reading.mentions.where(isDrug);
  const sentence = clauseOfNow(document, mention) ?? scopeOf(document, mention, 'sentence');
  let start = Math.max(sentence.start, mention.start - NEAR);
  let end = Math.min(sentence.end, lettersOn(document.reading.text, named));
  for (let at = firstFrom(drugs, start); at < drugs.length; at += 1) {
    const other = drugs[at] as Mention;
    if (other.start >= end) break;
    if (other.concept === mention.concept) continue;
    // "had been getting Opana ER 30 bid and Dilaudid": what is said before is said of both
    const isJoined = JOINED.test(document.reading.text.slice(other.end, mention.start));
    if (other.end <= mention.start) start = isJoined ? start : Math.max(start, other.end);
    else if (other.start >= mention.end) end = Math.min(end, other.start);
  }
  for (let at = firstFrom(list, start); at < list.length; at += 1) {
    const other = list[at] as Mention;
    if (other.start >= end) break;
    if (other.end > end || other.assertion.presence !== 'affirmed') continue;
    if (!(concept === STOPPED && (isAdvised(document, other) || isYetToCome(document, other))))
      return true;
  }
  return false;
}

/** The white space between the columns of a table. */
const COLUMN_GAP = /[ \t\u00a0]{2,}/g;
const LONGEST_ROW = 160;

/** So many letters on, where the white space between columns counts as one. */
function lettersOn(text: string, from: number): number {
  const row = text.slice(from, from + LONGEST_ROW);
  const gaps = [...row.matchAll(COLUMN_GAP)];
  let end = NEAR;
  for (const { index, 0: gap } of gaps) if (index < end) end += gap.length - 1;
  return from + end;
}

/** "We have asked her to stop it": said by somebody else, and not that it was done. */
const ADVISED =
  /\b(?:told|advised|asked|instructed|urged|warned|counsell?ed|encouraged|recommended)\b[^.;,]{0,24}\bto $/i;
const ADVISED_WITHIN = 40;

function isAdvised({ reading: { text } }: IndexedDocument, { start }: Mention): boolean {
  return ADVISED.test(text.slice(Math.max(0, start - ADVISED_WITHIN), start));
}

/** "Will be stopped next month": taken until then; what stands behind "Plan:" is done today. */
function isYetToCome({ reading: { text } }: IndexedDocument, { assertion }: Mention): boolean {
  return (
    assertion.time === 'planned' &&
    assertion.because.some(
      ({ axis, by, end }) => axis === 'time' && by === 'cue' && text[end] !== ':',
    )
  );
}

/** Whether a concept stands beside the medicine where it is named behind an offset. */
export function isSaidOf({ document, mention }: Medicine, concept: string, from: number): boolean {
  const named = document.mentions.get(mention.concept) ?? [];
  return named.some((each) => each.start > from && hasBeside(document, each, concept));
}

/** "Meds today: A, B. That's all I take.": whether a list said to be whole stands behind and leaves it out. */
function isLeftOut({ document, mention }: Statement): boolean {
  const { text } = document.reading;
  return (document.mentions.get(WHOLE_LIST) ?? []).some(
    ({ start, assertion }) =>
      assertion.voice === 'record' &&
      assertion.presence === 'affirmed' &&
      text.lastIndexOf('\n', start) + 1 > mention.start,
  );
}

function decide(statements: readonly Statement[], asked: boolean): Statement | undefined {
  const of = (...wanted: Status[]) =>
    newest(statements.filter(({ status }) => wanted.includes(status)));
  const taken = of('taken');
  if (asked) return taken ?? asTaken(newest(statements));
  const stopped = of('stopped');
  if (taken && stopped) return isLater(stopped, taken) ? stopped : taken;
  const named = of('named');
  // "d/c'd 2016" and further down "breaks one in half": it may be taken
  if (stopped && named && isLater(named, stopped)) return { ...named, status: 'earlier' };
  return taken ?? stopped ?? of('denied') ?? of('earlier', 'lapsed', 'tried') ?? named;
}

function asTaken(statement: Statement | undefined): Statement | undefined {
  return statement && { ...statement, status: 'taken' };
}

function newest(statements: readonly Statement[]): Statement | undefined {
  return statements.reduce<Statement | undefined>(
    (best, statement) => (best === undefined || isLater(statement, best) ? statement : best),
    undefined,
  );
}

function isLater(a: Statement, b: Statement): boolean {
  if (Number.isFinite(a.day) && Number.isFinite(b.day) && a.day !== b.day) return a.day > b.day;
  return a.document === b.document && a.mention.start > b.mention.start;
}
