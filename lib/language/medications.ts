/**
 * Medication statements: what a text says of a drug beside its name. Parts are taken from the
 * values that follow the name in its sentence, list item or table row, as long as nothing else
 * comes between; what can be computed from them carries its working.
 */

import { governingDates } from './dated.ts';
import type { DrugEntry } from './drug.ts';
import { columnValue } from './medication-table.ts';
import type { MedicationStatement, Mention, Reading, Value, ValueMention } from './mention.ts';
import { computeDailyDose, computeSupply } from './supply.ts';

/** Characters, spaces counted once, that may stand between two parts of a statement. */
const LONGEST_GAP = 44;
/** So many words may stand before directions: "for muscle spasm at night". */
const MOST_WORDS_BETWEEN = 4;
/** A sentence that goes on with a signature starts with it: "Take 1 tid. #90." */
const LONGEST_LEAD = 14;
const LONGEST_CONTINUATION = 130;
const MOST_CONTINUATIONS = 3;

/** "for 2 years" behind directions says how long it has been taken, not how much is handed out. */
const LONGEST_SUPPLY_DAYS = 45;

const DRUG = 'drug:';

type Source = Pick<Reading, 'text' | 'sentences' | 'sections' | 'mentions' | 'values'>;

/**
 * The statements of a reading, one for each place that names a drug, in order. A second name of the
 * same drug in brackets ("Amrix (Flexeril extended-release) 15 mg") belongs to the first.
 */
export function readMedications(
  reading: Source,
  drugs: ReadonlyMap<string, DrugEntry>,
): MedicationStatement[] {
  const names = drugNames(reading.mentions);
  const statements: MedicationStatement[] = [];
  let value = 0;
  for (let n = 0; n < names.length; n += 1) {
    const index = names[n] as number;
    const mention = reading.mentions[index] as Mention;
    const drug = drugs.get(mention.concept.slice(DRUG.length));
    if (drug === undefined) continue;
    const last = n > 0 ? statements.at(-1) : undefined;
    let nameEnd = mention.end;
    while (n + 1 < names.length) {
      const next = reading.mentions[names[n + 1] as number] as Mention;
      if (!isAlias(reading.text, nameEnd, next, drug, drugs)) break;
      nameEnd = next.end + (reading.text[next.end] === ')' ? 1 : 0);
      n += 1;
    }
    const following = reading.mentions[names[n + 1] ?? -1];
    while (
      value < reading.values.length &&
      (reading.values[value] as ValueMention).start < (last?.end ?? 0)
    )
      value += 1;
    const parts = new Parts(reading, drug, mention, index, nameEnd);
    parts.takeBefore(value, last?.end ?? 0);
    for (; value < reading.values.length; value += 1) {
      const inside = reading.values[value] as ValueMention;
      if (inside.start >= nameEnd) break;
      if (inside.start >= mention.start) parts.takeInside(inside);
    }
    parts.takeAfter(value, following?.start ?? reading.text.length);
    statements.push(parts.statement());
  }
  return statements;
}

/** Indices of the mentions that name drugs; a name inside a longer one ("Ambien" of "Ambien CR") is left out. */
function drugNames(mentions: readonly Mention[]): number[] {
  const names: number[] = [];
  for (let i = 0; i < mentions.length; i += 1) {
    const mention = mentions[i] as Mention;
    if (!mention.concept.startsWith(DRUG)) continue;
    const before = names.at(-1);
    const other = before === undefined ? undefined : (mentions[before] as Mention);
    if (other === undefined || mention.start >= other.end) names.push(i);
    else if (mention.end - mention.start > other.end - other.start) names[names.length - 1] = i;
  }
  return names;
}

const ALIAS_LINKS = ['(', '/', 'or', ', or', 'aka', '(generic', '(generic for', '(brand'];
/** What parts of a compound are joined by: "flurbi 20% / cyclobenz 4%". */
const INGREDIENT_LINK = '0123456789.%/,+&-() ';

/** Whether the next name is another name of the same drug, or a further part of one compound. */
function isAlias(
  text: string,
  end: number,
  next: Mention,
  drug: DrugEntry,
  drugs: ReadonlyMap<string, DrugEntry>,
): boolean {
  const between = text.slice(end, next.start);
  if (between.length > 16) return false;
  if (between.includes('%')) return [...between].every((one) => INGREDIENT_LINK.includes(one));
  if (!ALIAS_LINKS.includes(between.trim())) return false;
  const other = drugs.get(next.concept.slice(DRUG.length));
  return other?.substances.some((substance) => drug.substances.includes(substance)) ?? false;
}

/** Collects the parts of one statement. */
class Parts {
  readonly reading: Source;
  readonly drug: DrugEntry;
  readonly found: MedicationStatement;
  nameEnd: number;
  statedDays: number | undefined;
  statedDose: { low: number; high: number } | undefined;
  start: number;
  end: number;

  constructor(reading: Source, drug: DrugEntry, mention: Mention, index: number, nameEnd: number) {
    this.reading = reading;
    this.drug = drug;
    this.nameEnd = nameEnd;
    this.start = mention.start;
    this.end = nameEnd;
    this.found = {
      drug: drug.id,
      mention: index,
      start: mention.start,
      end: nameEnd,
      sentence: mention.sentence,
    };
  }

  /** "30 tablets of Norco", "10 mg Flexeril": an amount right before the name. */
  takeBefore(from: number, floor: number): void {
    const { values, text } = this.reading;
    for (let i = from; i < values.length; i += 1) {
      const mention = values[i] as ValueMention;
      if (mention.end > this.start) return;
      if (mention.start < floor) continue;
      const { kind } = mention.value;
      if (kind !== 'dose' && kind !== 'quantity') continue;
      const between = text.slice(mention.end, this.found.start).trim();
      if (between !== '' && between !== 'of' && between !== 'of the') continue;
      this.accept(mention.value, mention);
      this.start = mention.start;
    }
  }

  /** A strength inside the name: "lidocaine 5% patch". */
  takeInside(mention: ValueMention): void {
    if (mention.value.kind === 'percent' || mention.value.kind === 'dose')
      this.accept(mention.value, mention);
    this.end = this.nameEnd;
  }

  /** The parts behind the name, up to the next name, another thing or the end of what belongs to it. */
  takeAfter(from: number, limit: number): void {
    const { values, sentences } = this.reading;
    let sentence = this.found.sentence;
    let end = Math.min(limit, sentences[sentence]?.end ?? limit);
    let continuations = 0;
    for (let i = from; i < values.length; i += 1) {
      const mention = values[i] as ValueMention;
      if (mention.start >= limit) return;
      while (mention.start >= end) {
        if (continuations >= MOST_CONTINUATIONS || !this.continues(sentence + 1, mention)) return;
        sentence += 1;
        continuations += 1;
        end = Math.min(limit, sentences[sentence]?.end ?? limit);
        this.end = Math.max(this.end, sentences[sentence]?.start ?? this.end);
      }
      if (this.isApart(mention)) return;
      if (!this.accept(mention.value, mention)) return;
    }
  }

  /** Whether a sentence goes on with the signature: short, and it starts with a part. */
  continues(sentence: number, first: ValueMention): boolean {
    const next = this.reading.sentences[sentence];
    if (
      next === undefined ||
      first.start >= next.end ||
      next.end - next.start > LONGEST_CONTINUATION
    )
      return false;
    const { kind } = first.value;
    if (kind !== 'take' && kind !== 'frequency' && kind !== 'quantity' && kind !== 'refills')
      return false;
    const lead = this.reading.text.slice(next.start, first.start);
    return squeezed(lead) <= LONGEST_LEAD;
  }

  /** Whether something else stands between the last part and this value. */
  isApart(mention: ValueMention): boolean {
    const { text } = this.reading;
    const between = text.slice(this.end, mention.start);
    if (between.includes(';') || squeezed(between) > LONGEST_GAP) return true;
    const { kind } = mention.value;
    if (kind === 'frequency' || kind === 'take') {
      return wordsBetween(text, this.end, mention.start) > MOST_WORDS_BETWEEN;
    }
    const isDose = kind === 'dose' || kind === 'number';
    const { strength, frequency } = this.found;
    return isDose && strength === undefined && between.includes(',') && frequency !== undefined;
  }

  /** Takes a value as a part; answers false when it starts something else. */
  accept(value: Value, mention: ValueMention): boolean {
    const { found } = this;
    const place = { start: mention.start, end: mention.end };
    switch (value.kind) {
      case 'dose':
        return this.acceptDose(value, mention);
      case 'percent':
        if (
          found.strength !== undefined ||
          value.operator !== 'exactly' ||
          this.drug.route !== 'topical'
        )
          return this.pass(mention, false);
        found.strength = { amount: value.amount.low, unit: '%', ...place };
        return this.pass(mention);
      case 'number':
        return this.acceptNumber(value.amount.low, value.amount.high, mention);
      case 'take':
        if (this.isStrength(value.amount.low, mention) && value.unit === undefined) {
          found.strength = { amount: value.amount.low, unit: this.unit(), ...place };
        } else if (found.take === undefined) found.take = value.amount;
        return this.pass(mention);
      case 'frequency':
        found.frequency ??= { perDay: value.perDay, asNeeded: value.asNeeded, ...place };
        return this.pass(mention);
      case 'quantity':
        if (!value.stated) {
          if (found.quantity === undefined) found.quantityOpen ??= place;
        } else if (found.quantity === undefined && found.quantityOpen === undefined) {
          found.quantity = { amount: value.amount, ...place };
        } else return found.quantity?.amount === value.amount;
        return this.pass(mention);
      case 'refills':
        found.refills ??= { amount: value.amount, ...place };
        return this.pass(mention);
      case 'duration':
        if (
          found.frequency !== undefined &&
          value.days.low >= 1 &&
          value.days.high <= LONGEST_SUPPLY_DAYS &&
          this.statedDays === undefined &&
          this.isForSpan(mention)
        ) {
          this.statedDays = value.days.low;
          return this.pass(mention);
        }
        // "12h on/12h off" goes on; "he walks 30 minutes" is another thing.
        return (
          value.unit === 'hour' || wordsBetween(this.reading.text, this.end, mention.start) <= 1
        );
      case 'opioid-dose':
      case 'date':
        return this.pass(mention, false);
      default:
        return value.kind === 'side' || value.kind === 'level' || value.kind === 'since';
    }
  }

  acceptDose(value: Extract<Value, { kind: 'dose' }>, mention: ValueMention): boolean {
    const { found } = this;
    if (value.unit.endsWith('/day')) {
      this.statedDose ??= value.amount;
      return this.pass(mention);
    }
    if (value.unit === 'g' && this.drug.route === 'topical') return this.pass(mention);
    if (found.strength === undefined) {
      found.strength = {
        amount: value.amount.low,
        unit: value.unit,
        ...(value.second === undefined ? {} : { second: value.second }),
        start: mention.start,
        end: mention.end,
      };
      return this.pass(mention);
    }
    // A second strength starts another regimen, unless it repeats the first.
    return found.strength.amount === value.amount.low && found.strength.unit === value.unit;
  }

  acceptNumber(low: number, high: number, mention: ValueMention): boolean {
    const { found } = this;
    const place = { start: mention.start, end: mention.end };
    if (low === high && this.isStrength(low, mention)) {
      found.strength = { amount: low, unit: this.unit(), ...place };
      return this.pass(mention);
    }
    const column = columnValue(this.reading.text, mention.start);
    if (column === 'quantity' && found.quantity === undefined) {
      found.quantity = { amount: low, ...place };
      return this.pass(mention);
    }
    if (column === 'refills' && found.refills === undefined) {
      found.refills = { amount: low, ...place };
      return this.pass(mention);
    }
    return column !== undefined || found.strength !== undefined;
  }

  /** A bare number right behind the name that is one of the strengths the drug is sold in: "Norco 10". */
  isStrength(amount: number, mention: ValueMention): boolean {
    if (this.found.strength !== undefined || this.found.frequency !== undefined) return false;
    const between = this.reading.text.slice(this.nameEnd, mention.start).trim();
    return between === '' && (this.drug.strengths?.includes(amount) ?? false);
  }

  /** A percent is the strength of a topical, and of any drug right behind its name ("gabapentin 10%"). */
  isPercentStrength(mention: ValueMention): boolean {
    return (
      this.drug.route === 'topical' ||
      this.reading.text.slice(this.nameEnd, mention.start).trim() === ''
    );
  }

  unit(): string {
    if (this.drug.route === 'transdermal') return 'mcg/h';
    return this.drug.route === 'topical' ? '%' : 'mg';
  }

  /** "for 7 days", "x 10 days" right behind the directions. */
  isForSpan(mention: ValueMention): boolean {
    const between = this.reading.text.slice(this.end, mention.start).trim().toLowerCase();
    return (
      between === 'x' ||
      between === 'for' ||
      between === '' ||
      between === ', for' ||
      between === ','
    );
  }

  /** Moves the statement's end behind a part. */
  pass(mention: ValueMention, belongs = true): true {
    if (belongs) this.end = Math.max(this.end, mention.end);
    return true;
  }

  statement(): MedicationStatement {
    const { found, reading } = this;
    found.start = this.start;
    found.end = this.end;
    const date =
      governingDates(reading, found.sentence, found.start, found.end)[0] ??
      reading.sections[reading.sentences[found.sentence]?.section ?? -1]?.date;
    if (date !== undefined) found.date = date;
    const supply = computeSupply(found, this.drug, this.statedDays);
    if (supply !== undefined) found.supply = supply;
    const dose = computeDailyDose(found, this.drug, this.statedDose);
    if (dose !== undefined) found.dailyDose = dose;
    return found;
  }
}

/** The number of words of letters between two places. */
function wordsBetween(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at) | 0x20;
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (isLetter && !inside) words += 1;
    inside = isLetter;
  }
  return words;
}

/** The length of a text with runs of white space counted once. */
function squeezed(text: string): number {
  let length = 0;
  let space = false;
  for (let i = 0; i < text.length; i += 1) {
    const isSpace = text.charCodeAt(i) <= 0x20;
    if (!isSpace || !space) length += 1;
    space = isSpace;
  }
  return length;
}
