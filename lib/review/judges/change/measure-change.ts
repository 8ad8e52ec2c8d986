import type { Settings } from '../../../guidelines/judge-use.ts';
import { longPattern } from '../../../language/long-pattern.ts';
import type { Mention } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import { conceptsOf, groupBy, type IndexedDocument } from '../../evidence/case-index.ts';
import { subjectTest } from '../../evidence/match-rule.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { isDone } from '../places.ts';
import { measureSeries, seriesName } from './measure-series.ts';
import { numberPair } from './number-pair.ts';
import { type SpellsChange, spellsChange } from './spells.ts';
import { thenNowRowAt } from './then-now-table.ts';

/** A gain of less may be the hand that measured, and is none. */
const LEAST_PERCENT = 15;
/** Letters after a measure in which its numbers are looked for: no line of a table is longer. */
const REACH = 110;
const MOST_PIECES = 8;

/** Two numbers of one measure, in the order of time. */
interface Change {
  before: number;
  after: number;
  /** Offset in the stretch where the second of them ends. */
  end: number;
}

/**
 * Measures before and after, as a text writes them side by side. The direction that is better
 * comes with the pack; the numbers are those between one measure and the next.
 */
export const judgeMeasureChange: Judge<Settings<'measure-change'>> = (settings, context) => {
  const percent = settings.percent ?? LEAST_PERCENT;
  const { rulebook } = context.index;
  const higher = new Set(conceptsOf(settings.higher ?? [], rulebook, context.request));
  const lower = new Set(conceptsOf(settings.lower ?? [], rulebook, context.request));
  const { about } = settings;
  const isAsked =
    about === undefined ? undefined : subjectTest(about, context.index, context.request);
  // what comes in spells has other causes too: it is held against the drug that its sentence names
  const isOfRequest = subjectTest(about ?? 'requested', context.index, context.request);
  const taken = conceptsOf(settings.taken ?? [], rulebook, context.request);
  const spells = conceptsOf(settings.spells ?? [], rulebook, context.request);
  const roleOf = ({ concept }: Pick<Mention, 'concept'>, before: number, after: number) => {
    const share = (100 * (after - before)) / Math.abs(before);
    const better = higher.has(concept) ? share : -share;
    return better >= percent ? 'supports' : 'opposes';
  };
  const sides = new Set(context.request?.parts.sides.map(({ value }) => value));
  const evidence: Evidence[] = [];
  const changed = new Set<string>();
  for (const document of context.index.documents) {
    const measures = measuresIn(document, [...higher, ...lower]);
    const counts = (measure: Mention) =>
      (isMeasured(measure) || isLimit(document, measure)) &&
      !isOtherSide(document, measure, sides) &&
      (isAsked?.(document, measure) ?? true);
    measures.forEach((measure, at) => {
      if (evidence.length >= MOST_PIECES || !counts(measure)) return;
      const change =
        changeInTable(document, measure, sides) ?? changeAfter(document, measure, measures[at + 1]);
      if (!change || change.before === 0) return;
      changed.add(seriesName(document, measure));
      const role = roleOf(measure, change.before, change.after);
      const place = {
        start: measure.start,
        end: measure.end + change.end,
        sentence: measure.sentence,
      };
      const why = say('why_from_to', change.before, change.after);
      evidence.push(evidenceAt(document, place, role, why));
    });
    for (const series of measureSeries(document, measures.filter(counts))) {
      if (evidence.length >= MOST_PIECES || changed.has(series.name)) continue;
      const { first, last } = series;
      const role = roleOf(last.measure, first.amount, last.amount);
      const why = say('why_from_to', first.amount, last.amount);
      evidence.push(evidenceAt(document, last.place, role, why));
    }
    for (const spell of measuresIn(document, spells)) {
      if (evidence.length >= MOST_PIECES) break;
      const sentence = document.reading.sentences[spell.sentence];
      if (!sentence || !isMeasured(spell) || !isOfRequest(document, spell)) continue;
      const told = spellsChange(document.reading.text.slice(spell.end, sentence.end));
      const role = told && roleOf(spell, told.before, told.after);
      if (!told || !role) continue;
      const place = { start: spell.start, end: spell.end + told.end, sentence: spell.sentence };
      const { before, after } = told.words;
      evidence.push(evidenceAt(document, place, role, say('why_from_to', before, after)));
    }
    for (const { medicine, before, after, words } of takenThenAndNow(document, taken)) {
      if (evidence.length >= MOST_PIECES) break;
      const role = roleOf(medicine, before, after);
      const why = say('why_from_to', words.before, words.after);
      evidence.push(evidenceAt(document, medicine, role, why));
    }
  }
  return evidence.length > 0 ? { evidence: weighed(evidence) } : NOTHING;
};

/** How often medicines are taken then and now; the same list for all requests. */
function takenThenAndNow(
  document: IndexedDocument,
  concepts: readonly string[],
): readonly TakenThenAndNow[] {
  return takenChanges(document, concepts.join(' '), () => {
    const { text, sentences } = document.reading;
    return measuresIn(document, concepts).flatMap((medicine): TakenThenAndNow[] => {
      const sentence = sentences[medicine.sentence];
      if (!sentence || sentence.end - sentence.start > LONGEST_TALE || !isMeasured(medicine))
        return [];
      // the name between them parts no number from its unit: "6 Norco a day"
      const before = text.slice(sentence.start, medicine.start).trimEnd();
      const after = text.slice(medicine.end, sentence.end).trimStart();
      const told = spellsChange(`${before} ${after}`);
      return told ? [{ medicine, ...told }] : [];
    });
  });
}

interface TakenThenAndNow extends SpellsChange {
  medicine: Mention;
}

const takenChanges = createMemo<IndexedDocument, readonly TakenThenAndNow[]>();

/** Letters of a sentence that may tell how often a medicine is taken then and now. */
const LONGEST_TALE = 1000;

/** "Grip R 66 65" where the left elbow is treated: the sound side, measured to compare. */
function isOtherSide(
  { reading: { text } }: IndexedDocument,
  { end }: Mention,
  sides: ReadonlySet<string>,
): boolean {
  const [, letter] = /^ {0,3}\(?(R|L|right|left)\b/i.exec(text.slice(end, end + 12)) ?? [];
  if (letter === undefined || sides.size !== 1 || sides.has('bilateral')) return false;
  return !sides.has(/^r/i.test(letter) ? 'right' : 'left');
}

/** A gain in one measure is a gain, whatever the others did: those are shown beside it. */
function weighed(evidence: readonly Evidence[]): Evidence[] {
  const isGain = evidence.some(({ role }) => role === 'supports');
  return evidence.map((piece) =>
    isGain && piece.role === 'opposes' ? { ...piece, role: 'history' } : piece,
  );
}

/** "Fist" in "fist lacks 2 cm": the longer wording is the measure. */
function isWithin(one: Mention, other: Mention): boolean {
  const contained = one.start >= other.start && one.end <= other.end;
  return contained && one.end - one.start < other.end - other.start;
}

/** The places that name measures, the longest of each; the same list for all requests. */
function measuresIn(document: IndexedDocument, concepts: readonly string[]): readonly Mention[] {
  return measured(document, concepts.join(' '), () => {
    const named = document.reading.mentions.among(concepts);
    const bySentence = groupBy(named, ({ sentence }) => sentence);
    return named.filter(
      (one) => !bySentence.get(one.sentence)?.some((other) => isWithin(one, other)),
    );
  });
}

const measured = createMemo<IndexedDocument, readonly Mention[]>();

/** A form's label counts: its value is the number behind it. */
function isMeasured(mention: Mention): boolean {
  const { presence, time, subject, voice } = mention.assertion;
  if (isDone(mention)) return true;
  return (
    presence === 'conditional' && time !== 'planned' && subject === 'patient' && voice === 'record'
  );
}

/** "No lifting over 10 pounds": a limit, and no denial. */
function isLimit({ reading: { text } }: IndexedDocument, { assertion, end }: Mention): boolean {
  return (
    assertion.presence === 'negated' &&
    assertion.voice === 'record' &&
    assertion.time !== 'planned' &&
    /^\s(?:over|above|more than|greater than|beyond|in excess of|>)\s?\d/i.test(
      text.slice(end, end + 20),
    )
  );
}

function changeAfter(
  document: IndexedDocument,
  measure: Mention,
  next: Mention | undefined,
): Change | undefined {
  const { text } = document.reading;
  const limit = Math.min(text.length, measure.end + REACH);
  const end = next && next.start >= measure.end ? Math.min(limit, next.start) : limit;
  const stretch = text.slice(measure.end, end);
  const line = stretch.slice(0, endOfLine(stretch));
  const sentence = document.reading.sentences[measure.sentence];
  const own = stretch.slice(0, Math.max(0, (sentence?.end ?? end) - measure.end));
  if (/\bgoals?\b|\b[LS]TG\b|\btarget\b|\bnormal\b/i.test(stretch)) return undefined;
  return written(own) ?? spanned(document, measure, own) ?? row(document, measure, line);
}

/** The numbers of a row whose columns are of two times; of two sides those of the one that is treated. */
function changeInTable(
  document: IndexedDocument,
  { start, end }: Mention,
  asked: ReadonlySet<string>,
): Change | undefined {
  const row = thenNowRowAt(document, start);
  if (!row) return undefined;
  const own = Math.max(
    0,
    row.sides.findIndex((side) => asked.size === 1 && asked.has(side)),
  );
  const [before, after] = [row.early[own], row.late[own]];
  if (!before || !after) return undefined;
  const [first, last] = [before, after].map((cell) => {
    const words = document.reading.text.slice(cell.start, cell.end);
    return OPENING_NUMBER.exec(words)?.[1];
  });
  if (!first || !last) return undefined;
  return { before: amount(first), after: amount(last), end: after.end - end };
}

function endOfLine(stretch: string): number {
  const at = stretch.indexOf('\n');
  return at < 0 ? stretch.length : at;
}

/** A number with what may stand behind it: "4-/5", "45/60", "15 lb", "44 %". */
const NUMBER =
  '(\\d{1,3}(?:\\.\\d+)?[+-]?)(?:\\s?/\\s?\\d{1,3})?\\s?(?:lbs?|pounds?|#|%|deg(?:rees?)?|min(?:utes?)?|ft|feet|blocks?|kg|°)?';
const OPENING_NUMBER = new RegExp(`^${NUMBER}`, 'i');
const FROM_TO = longPattern(
  `\\bfrom (?:a |about )?${NUMBER}[^.;\\d]{0,25}? to (?:a |about )?${NUMBER}`,
  'i',
);
const ARROW = longPattern(`${NUMBER}[^.;\\d]{0,12}?(?:-+>|→|=>)[^.;\\d]{0,6}?${NUMBER}`);
const CHANGED = longPattern(
  `\\b(?:increased|improved|decreased|progressed|went|gone|up|down|rose|fell|dropped)\\b[^.;\\d]{0,15}${NUMBER} to ${NUMBER}`,
  'i',
);
/** "25 (61)": the earlier one in brackets. */
const BRACKETS = longPattern(`^[^.;\\d(]{0,12}${NUMBER} ?\\((?:was )?${NUMBER}\\)`, 'i');

/** "28 (10/26: 24)": the earlier one with its day in brackets. */
const DATED = longPattern(
  `^[^.;\\d(]{0,12}${NUMBER} ?\\((?:on )?\\d{1,2}/(?:\\d{4}|\\d{1,2}(?:/\\d{2,4})?):? ?${NUMBER}`,
  'i',
);

function written(stretch: string): Change | undefined {
  for (const pattern of [FROM_TO, ARROW, CHANGED]) {
    const match = pattern.exec(stretch);
    if (match) return change(match, 1, 2);
  }
  const dated = DATED.exec(stretch);
  if (dated) return change(dated, 2, 1);
  const told = numberPair(stretch);
  if (told) return told;
  const brackets = BRACKETS.exec(stretch);
  return brackets ? change(brackets, 2, 1) : undefined;
}

/** "Grip 8 to 26 lb": of motion a range, of what is measured in one number a change. */
const SPANNED = new RegExp(`^[^.;\\d]{0,6}?${NUMBER} to ${NUMBER}`, 'i');
const ONE_NUMBER =
  /^(?:grip|pinch|(?:lat|lateral|key) pinch|jamar|oswestry|odi|mod odi|ndi|.*dash|rmdq|roland morris|spadi|lefs|womac|koos|psfs|uefi|foto|tug|phq|bdi|beck|gad|ham-?d|zung|pcl|isi|psqi|epworth)/i;

function spanned(
  { reading }: IndexedDocument,
  { start, end }: Mention,
  own: string,
): Change | undefined {
  if (!ONE_NUMBER.test(reading.text.slice(start, end))) return undefined;
  const match = SPANNED.exec(own);
  return match ? change(match, 1, 2) : undefined;
}

/** A row of a table: numbers in columns, the first the oldest; not one whose head says "goal". */
function row(document: IndexedDocument, measure: Mention, line: string): Change | undefined {
  const match = /^[^\d\t]{0,14}?(?:\s{3,}|\t)\s*(.+)$/.exec(line);
  const loose = match ?? /^ {0,2}[A-Za-z ]{0,10}\s(\d.*)$/.exec(line);
  if (!loose) return undefined;
  const values = (loose[1] as string).replace(/\s*\([^()\d]*\)\s*$/, '');
  const cells = values.split(/\s{3,}|\t/).map((cell) => cell.trim());
  const numbers = cells.map((cell) => new RegExp(`^${NUMBER}$`).exec(cell));
  if (cells.length < 2 || cells.length > 6 || numbers.some((number) => !number)) return undefined;
  const above = document.reading.text.slice(Math.max(0, measure.start - 500), measure.start);
  if (/\bgoals?\b|\btarget\b|\bnormal\b|\bright\b.*\bleft\b/i.test(above)) return undefined;
  const first = numbers[0]?.[1];
  const last = numbers.at(-1)?.[1];
  if (!first || !last) return undefined;
  return { before: amount(first), after: amount(last), end: line.trimEnd().length };
}

function change(match: RegExpExecArray, before: number, after: number): Change {
  return {
    before: amount(match[before] as string),
    after: amount(match[after] as string),
    end: match.index + match[0].length,
  };
}

/** "4+" of a muscle grade lies between 4 and 5. */
function amount(written: string): number {
  const number = Number.parseFloat(written);
  if (written.endsWith('+')) return number + 0.3;
  if (written.endsWith('-')) return number - 0.3;
  return number;
}
