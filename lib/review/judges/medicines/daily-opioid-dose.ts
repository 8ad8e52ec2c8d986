import { standardsInOrder } from '../../../guidelines/editions.ts';
import type { Settings } from '../../../guidelines/judge-use.ts';
import type { DrugEntry } from '../../../language/drug.ts';
import { opioidDose } from '../../../language/medications/opioid-dose.ts';
import { computeDailyDose } from '../../../language/medications/supply.ts';
import type { MedicationStatement, Mention } from '../../../language/mention.ts';
import { isoDate, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { isGivenOnce } from '../../medicines/given-once.ts';
import { medicinesOf } from '../../medicines/medicines.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { limitsFor, measureAgainst } from '../limits.ts';
import { isRequested, voiceOf } from '../places.ts';

/**
 * Morphine milligram equivalents a day of all opioids in use, against the limit of the edition. An
 * opioid whose dose is not stated keeps the sum open: it may exceed the limit and never keeps it.
 */
export const judgeDailyOpioidDose: Judge<Settings<'daily-opioid-dose'>> = (settings, context) => {
  const { drugs } = context.index.rulebook;
  const limits = limitsFor(withLimitsOf(settings.limitsOf, context), 'mg/day');
  if (limits.length === 0) return NOTHING;
  const stated = statedDose(context);
  const taken = withoutShortNames(opioidsTaken(context));
  const { earlier } = settings;
  const isEarlier = earlier !== undefined && isoDate(context.asOf) < earlier.before;
  const table = isEarlier ? earlier.table : (settings.table ?? firstTable(context));
  const dose = opioidDose(
    taken.map(({ statement }) => statement),
    drugs,
    table,
  );
  if (dose.shares.length === 0 && !stated) {
    const evidence = taken.map(({ document, statement }) =>
      evidenceAt(document, statement, 'ambiguous', say('why_no_dose')),
    );
    return { evidence: evidence.slice(0, 4) };
  }
  const computed = dose.shares.length > 0 ? dose.total.high : 0;
  const amount = Math.max(computed, stated?.amount ?? 0);
  // a sum that the text gives itself holds what it leaves out
  const open = dose.missing.length > 0 && stated === undefined;
  const range = { low: amount, high: open ? Number.POSITIVE_INFINITY : amount };
  const { role, limits: measured } = measureAgainst(range, 'mg/day', limits);
  const evidence: Evidence[] = dose.shares.flatMap(({ statement, working }) => {
    const placed = taken[statement];
    return placed ? [evidenceAt(placed.document, placed.statement, role, working)] : [];
  });
  if (stated)
    evidence.push(evidenceAt(stated.document, stated.place, role, say('why_stated_in_text')));
  const nameOf = (drug: string) => drugs.get(drug)?.generic ?? drug;
  const mme = say('amount_mme', Math.round(amount * 10) / 10);
  const text = open ? say('amount_at_least', mme) : mme;
  return {
    evidence,
    measure: {
      text,
      working: [
        ...dose.shares.map(({ drug, working }) => say('joint_colon', nameOf(drug), working)),
        ...dose.missing.map(({ drug, reason }) => say('joint_colon', nameOf(drug), reason)),
      ],
      amount,
      unit: 'mg/day',
      limits: measured,
    },
    reason: say('finding_against_limit', text, limits[0]?.limit.text ?? ''),
  };
};

/** The same context with the standards of another criterion. */
function withLimitsOf(criterion: string | undefined, context: JudgeContext): JudgeContext {
  if (criterion === undefined) return context;
  const entries = context.index.rulebook.standards.get(criterion);
  return {
    ...context,
    standards: standardsInOrder(entries, isoDate(context.asOf), context.edition),
  };
}

interface Taken {
  document: IndexedDocument;
  statement: MedicationStatement;
}

/** The statements that say what is taken now: of each opioid the newest, the request's before others. */
function opioidsTaken(context: JudgeContext): Taken[] {
  const { index, requests, asOf } = context;
  const inUse = medicinesOf(index, requests, asOf).filter(
    ({ drug, use, stated }) => drug.classes.includes('opioid') && use === 'in-use' && stated,
  );
  return inUse.flatMap(({ drug }) => {
    const all = index.documents.flatMap((document) =>
      document.reading.medications
        .filter((statement) => statement.drug === drug.id && counts(document, statement))
        .map((statement) => ({ document, statement })),
    );
    const stated = all.filter(({ statement }) => statement.dailyDose !== undefined);
    const dosed =
      stated.length > 0 ? stated : putTogether([...all, ...asRequested(all, context)], drug);
    const asked = dosed.filter(({ document, statement }) =>
      isRequested(document, statement, context),
    );
    if (asked.length > 0) return asked;
    return dosed.length > 0 ? newest(dosed) : all.slice(-1);
  });
}

/** "Positive for tapentadol", where Nucynta ER 100 mg bid is taken: the bare name of the same drug. */
function withoutShortNames(taken: readonly Taken[]): Taken[] {
  const dosed = taken.filter(({ statement }) => statement.dailyDose !== undefined);
  return taken.filter(({ statement }) => {
    const { drug, dailyDose, strength, quantity, frequency } = statement;
    const isBare = !dailyDose && !strength && !quantity && !frequency;
    return !(isBare && dosed.some((other) => other.statement.drug.startsWith(`${drug}-`)));
  });
}

/** "Hydrocodone 10/325 #180", and elsewhere "Directions: hydrocodone 1-2 q6h": the dose of both. */
function putTogether(all: readonly Taken[], drug: DrugEntry): Taken[] {
  const strengths = all.flatMap(({ statement: { strength } }) => strength ?? []);
  const directions = all.filter(({ statement }) => statement.frequency !== undefined);
  const [strength] = strengths;
  if (!strength || strengths.some(({ amount }) => amount !== strength.amount)) return [];
  return newest(directions).flatMap(({ document, statement }) => {
    const whole = { ...statement, strength };
    const dailyDose = computeDailyDose(whole, drug);
    return dailyDose ? [{ document, statement: { ...whole, dailyDose } }] : [];
  });
}

/** "Vicodin 5/500 I am cutting again. Please authorize #60, one twice daily.": how often stands with the request. */
function asRequested(all: readonly Taken[], { request }: JudgeContext): Taken[] {
  const last = all.at(-1);
  if (!last || !request || request.drug?.id !== last.statement.drug) return [];
  if (all.some(({ statement }) => statement.frequency !== undefined)) return [];
  const { frequencies, takes } = request.parts;
  const [often] = frequencies;
  const isOne = frequencies.every(
    ({ value: { perDay } }) =>
      perDay.low === often?.value.perDay.low && perDay.high === often.value.perDay.high,
  );
  if (!often || !isOne || takes.length > 1) return [];
  const { start, end } = often.passage;
  const frequency = { ...often.value, start, end };
  const [taken] = takes;
  const statement = { ...last.statement, frequency, ...(taken && { take: taken.value }) };
  return [{ ...last, statement }];
}

function counts(document: IndexedDocument, statement: MedicationStatement): boolean {
  const mention: Mention | undefined = document.reading.mentions.at(statement.mention);
  return (
    mention !== undefined &&
    mention.assertion.presence === 'affirmed' &&
    mention.assertion.subject === 'patient' &&
    mention.assertion.voice !== 'guideline' &&
    !isGivenOnce(document, mention, statement)
  );
}

/** Those of the newest date, and of one date the last in the text. */
function newest(taken: readonly Taken[]): Taken[] {
  const day = ({ statement }: Taken) => (statement.date ? latestDay(statement.date) : 0);
  const last = Math.max(...taken.map(day));
  return taken.filter((each) => day(each) === last).slice(-1);
}

/** A dose that the text itself gives: "105 MED". */
function statedDose({ index }: JudgeContext) {
  for (const document of index.documents) {
    const place = (document.values.get('opioid-dose') ?? []).findLast(
      (value) => voiceOf(value) === 'record',
    );
    if (place?.value.kind === 'opioid-dose') {
      return { document, place, amount: place.value.amount.high };
    }
  }
  return undefined;
}

/** The newest table of the lexicon: the first that an opioid has a factor of. */
function firstTable({ index }: JudgeContext): string {
  for (const drug of index.rulebook.drugs.values()) {
    const table = drug.mme?.[0]?.table;
    if (table) return table;
  }
  return '';
}
