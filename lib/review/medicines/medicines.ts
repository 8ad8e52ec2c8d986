import type { DrugEntry } from '../../language/drug.ts';
import type { DateValue, MedicationStatement, Mention } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import { earliestDay, isoDate, latestDay } from '../../language/values/calendar.ts';
import {
  type CaseIndex,
  groupBy,
  type IndexedDocument,
  names,
  within,
} from '../evidence/case-index.ts';
import { dateOf } from '../evidence/dates.ts';
import { createMemo } from '../evidence/memo.ts';
import { scopeOf } from '../evidence/scopes.ts';
import { createSpanSet } from '../evidence/span-set.ts';
import { isDenied } from '../judges/places.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { hasBeside, reachOf, STOPPED, TAKEN } from './beside-medicine.ts';
import { isGivenOnce } from './given-once.ts';
import { isKept } from './kept-medicine.ts';
import { isTakenFromAnother, isWarnedOf } from './named-only.ts';

/** A medicine, and whether it is taken as far as the record says. */
export interface Medicine {
  drug: DrugEntry;
  /**
   * `unsure`: named among earlier treatments, without a word on whether it is still taken; `lapsed`: named
   * long ago and not since, and not said to have been stopped, or told in doubt.
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
type Status = 'taken' | 'named' | 'stopped' | 'denied' | 'earlier' | 'lapsed' | 'doubted' | 'tried';

const USE: Record<Status, Medicine['use']> = {
  taken: 'in-use',
  named: 'in-use',
  earlier: 'unsure',
  lapsed: 'lapsed',
  doubted: 'lapsed',
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
const LEFT_OVER = 'medicine-left-over';
const STARTED = 'medicine-started';
const BEGINS = 'medicine-begins-now';
/** And words that name it without its being taken: an offer. */
const THOUGHT_OF = 'medicine-only-thought-of';
/** Words that say a list of medicines names all that is taken. */
const WHOLE_LIST = 'no-other-medicines';
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
    if (isGivenOnce(document, mention, detail)) return [];
    const date = detail?.date ?? lastTaken(document, mention) ?? dateOf(document, mention);
    const day = date && date.year > 0 ? latestDay(date) : Number.NaN;
    const status =
      statusOf(document, mention, detail) ?? (isAskedFor(mention) ? 'named' : undefined);
    if (!status) return [];
    return [{ document, mention, status, day }];
  });
}

/** Concept of the packs: "last dose", "last fill". */
const LAST_TAKEN = 'medicine-last-taken';
/** "Prior treatment included …". */
const SO_FAR = 'treatment-so-far';

/** The day that a medicine was taken or filled last, where its words tell it: "last dose 12/2015". */
function lastTaken(document: IndexedDocument, mention: Mention): DateValue | undefined {
  if (!hasBeside(document, mention, LAST_TAKEN)) return undefined;
  const [told] = within(document.values.get('date'), reachOf(document, mention));
  return told?.value.kind === 'date' ? told.value.date : undefined;
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
  const isAnothers = subject === 'other' && !isTakenFromAnother(document, mention);
  if (isAnothers || voice === 'guideline' || presence === 'conditional') return undefined;
  if (voice === 'reviewer') return undefined;
  if (isWarnedOf(document, mention)) return undefined;
  if (presence === 'possible' || hasBeside(document, mention, STOPPED, detail?.end, 'possible'))
    return time === 'planned' ? undefined : 'doubted';
  // "tramadol not found" in the urine is a finding, not what is taken; "alprazolam pos" was taken
  const sentence = scopeOf(document, mention, 'sentence');
  const isResult = names(document, [DRUG_TEST], sentence);
  if (isResult && isDenied(mention)) return undefined;
  if (isResult && hasBeside(document, mention, DETECTED)) return 'named';
  if (isDenied(mention)) {
    if (isKept(document, mention)) return 'named';
    return time === 'planned' ? undefined : 'denied';
  }
  if (isResult && hasBeside(document, mention, EXPECTED)) return 'named';
  if (hasBeside(document, mention, STOPPED, detail?.end)) return 'stopped';
  // "was started two weeks ago", "last taken yesterday"; "prior treatment included …" does not say that it ended
  const isPast = time === 'past';
  if (isPast && hasBeside(document, mention, STARTED)) return 'named';
  if (hasBeside(document, mention, LEFT_OVER)) return 'doubted';
  const isBegun = !isPast && hasBeside(document, mention, BEGINS);
  if (!isBegun && hasBeside(document, mention, NOT_IN_USE, detail?.end)) return 'tried';
  if (isPast && hasBeside(document, mention, LAST_TAKEN)) return 'named';
  if (isPast) return names(document, [SO_FAR], sentence) ? 'earlier' : 'tried';
  const dosed = detail?.frequency !== undefined || detail?.quantity !== undefined;
  if (!dosed && hasBeside(document, mention, THOUGHT_OF)) return undefined;
  const { sections, sentences } = document.reading;
  const listed = sections[sentences[mention.sentence]?.section ?? -1]?.kind === 'medications';
  const isTaken = time === 'current' && hasBeside(document, mention, TAKEN);
  // a patch has a dose a day without a frequency
  const isDailyDose = detail?.dailyDose !== undefined;
  return listed || dosed || isDailyDose || isTaken ? 'taken' : 'named';
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
  return (
    taken ?? stopped ?? of('denied') ?? of('earlier', 'lapsed', 'tried') ?? named ?? of('doubted')
  );
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
