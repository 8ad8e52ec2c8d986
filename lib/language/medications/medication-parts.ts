/**
 * The parts of one medication statement: strength, what is taken and how often, quantity and refills,
 * collected from the values around the drug's name.
 */
import { type Said, say } from '../../saying/said.ts';
import type { DrugEntry } from '../drug.ts';
import type {
  MedicationStatement,
  Mention,
  Range,
  Reading,
  Value,
  ValueMention,
} from '../mention.ts';
import { governingDates } from './dated.ts';
import { type Intake, sumOfIntakes } from './intakes.ts';
import {
  continuesStatement,
  isApart,
  isBareUnits,
  isCellOfUnits,
  isCourseOf,
  isForSpan,
  isLabelled,
  isNextIntake,
} from './medication-bounds.ts';
import {
  isBareStrength,
  isInjected,
  strengthOfName,
  strengthUnit,
} from './medication-strengths.ts';
import { columnValue } from './medication-table.ts';
import { capped, computeDailyDose, computeSupply, saidRange } from './supply.ts';
import { readTaper, startsWithTaper } from './taper.ts';
import { dayBehind, unitsBefore } from './units-before-name.ts';
import { onlyTakes, wordsBetween } from './words-between.ts';

const MOST_CONTINUATIONS = 5;
/** "for 2 years" behind directions says how long it has been taken, not how much is handed out. */
const LONGEST_SUPPLY_DAYS = 45;

export type Source = Pick<Reading, 'text' | 'sentences' | 'sections' | 'mentions' | 'values'>;

/** "#120 Norco"; with a smaller number it is an item of a list. */
const FEWEST_SIGNED = 10;
/** More grams than this are a container and no dose. */
const MOST_GRAMS_AT_ONCE = 14;

/** Collects the parts of one statement. */
export class Parts {
  readonly reading: Source;
  readonly drug: DrugEntry;
  readonly found: MedicationStatement;
  nameEnd: number;
  statedDays: number | undefined;
  statedDose: { amount: Range; working: Said } | undefined;
  /** A most that the directions name, in units or times a day. */
  most: { amount: number; of: 'units' | 'times' } | undefined;
  /** What is taken at other times of the day than the first: "2 in am 1 in pm". */
  intakes: Intake[] = [];
  further: { units?: Range; dose?: number } | undefined;
  lastKind: Value['kind'] | undefined;
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

  /** "30 tablets of Norco", "10 mg Flexeril", "5 days of Robaxin": an amount right before the name. */
  takeBefore(from: number, floor: number): void {
    const { values, text } = this.reading;
    for (let i = from; i < values.length; i += 1) {
      const mention = values[i] as ValueMention;
      if (mention.end > this.start) return;
      if (mention.start < floor) continue;
      const { value } = mention;
      const between = text.slice(mention.end, this.found.start).trim();
      if (
        value.kind === 'duration' &&
        isCourseOf(between) &&
        value.days.high <= LONGEST_SUPPLY_DAYS
      ) {
        this.statedDays = value.days.low;
        this.start = mention.start;
      }
      if (between !== '' && between !== 'of' && between !== 'of the') continue;
      const isSigned = value.kind === 'number' && text[mention.start - 1] === '#';
      if (isSigned && value.amount.low >= FEWEST_SIGNED)
        this.accept({ kind: 'quantity', amount: value.amount.low, stated: true }, mention);
      else if (value.kind === 'dose' || value.kind === 'quantity') this.accept(value, mention);
      else continue;
      this.start = mention.start;
    }
  }

  /** A strength inside the name: "lidocaine 5% patch". */
  takeInside(mention: ValueMention): void {
    if (mention.value.kind === 'percent' || mention.value.kind === 'dose')
      this.accept(mention.value, mention);
    this.end = this.nameEnd;
  }

  /** A strength in the name or right behind it: "Tylenol #3", "Suboxone 8/2". */
  takeRatio(limit: number): void {
    const strength = strengthOfName(this, limit);
    if (strength === undefined) return;
    this.found.strength = strength;
    this.end = Math.max(this.end, strength.end);
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
      if (mention.start < this.end) continue;
      while (mention.start >= end) {
        if (
          continuations >= MOST_CONTINUATIONS ||
          !continuesStatement(this, sentence + 1, mention, values[i + 1], limit)
        )
          return;
        sentence += 1;
        continuations += 1;
        end = Math.min(limit, sentences[sentence]?.end ?? limit);
        this.end = Math.max(this.end, sentences[sentence]?.start ?? this.end);
      }
      if (isApart(this, mention)) return;
      if (!this.accept(mention.value, mention, values[i + 1])) return;
      this.lastKind = mention.value.kind;
    }
  }

  /** Takes a value as a part; answers false when it starts something else. */
  accept(value: Value, mention: ValueMention, next?: ValueMention): boolean {
    const { found } = this;
    const place = { start: mention.start, end: mention.end };
    switch (value.kind) {
      case 'dose':
        return this.acceptDose(value, mention, next);
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
        if (isBareStrength(this, value.amount.low, mention) && value.unit === undefined) {
          found.strength = { amount: value.amount.low, unit: strengthUnit(this), ...place };
        } else if (found.take === undefined && found.frequency === undefined) {
          found.take = value.amount;
        } else if (isNextIntake(this, mention)) this.further = { units: value.amount };
        else found.take ??= value.amount;
        return this.pass(mention);
      case 'frequency':
        if (value.atMost !== undefined && found.frequency !== undefined) {
          this.most ??= { amount: value.perDay.high, of: value.atMost };
        } else if (this.further !== undefined) {
          this.intakes.push({ ...this.further, perDay: value.perDay });
          this.further = undefined;
        }
        found.frequency ??= { perDay: value.perDay, asNeeded: value.asNeeded, ...place };
        return this.pass(mention);
      case 'quantity':
        if (!value.stated) {
          if (found.quantity === undefined) found.quantityOpen ??= place;
        } else if (found.quantity === undefined && found.quantityOpen === undefined) {
          const unit = value.unit === 'g' || value.unit === 'ml' ? { unit: value.unit } : {};
          found.quantity = { amount: value.amount, ...unit, ...place };
        } else return found.quantity?.amount === value.amount;
        return this.pass(mention);
      case 'refills':
        found.refills ??= { amount: value.amount, ...place };
        return this.pass(mention);
      case 'duration':
        if (
          (found.frequency !== undefined || found.quantity !== undefined) &&
          value.days.low >= 1 &&
          value.days.high <= LONGEST_SUPPLY_DAYS &&
          this.statedDays === undefined &&
          (isForSpan(this, mention) || isLabelled(this, mention))
        ) {
          this.statedDays = value.days.low;
          return this.pass(mention);
        }
        // "12h on/12h off" goes on; "he walks 30 minutes" is another thing.
        return (
          value.unit === 'hour' || wordsBetween(this.reading.text, this.end, mention.start) <= 1
        );
      case 'count':
        // "tid x 7": days
        if (this.lastKind !== 'frequency' || this.reading.text[mention.start] !== 'x') return false;
        this.statedDays ??= value.amount.low;
        return this.pass(mention);
      case 'opioid-dose':
      case 'date':
        return this.pass(mention, false);
      default:
        return value.kind === 'side' || value.kind === 'level' || value.kind === 'since';
    }
  }

  acceptDose(
    value: Extract<Value, { kind: 'dose' }>,
    mention: ValueMention,
    next: ValueMention | undefined,
  ): boolean {
    const { found } = this;
    if (value.unit.endsWith('/day')) {
      const working = say('working_stated_dose', saidRange(value.amount));
      this.statedDose ??= { amount: value.amount, working };
      return this.pass(mention);
    }
    if (value.unit === 'g' && this.drug.route === 'topical') {
      if (value.amount.high <= MOST_GRAMS_AT_ONCE) found.grams ??= value.amount;
      return this.pass(mention);
    }
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
    const isIntake = next?.value.kind === 'frequency' && next.value.atMost === undefined;
    if (
      isIntake &&
      value.unit === found.strength.unit &&
      found.take === undefined &&
      isNextIntake(this, mention) &&
      onlyTakes(this.reading.text.slice(mention.end, next.start))
    ) {
      this.further = { dose: value.amount.high };
      return this.pass(mention);
    }
    // A second strength starts another regimen, unless it repeats the first.
    return found.strength.amount === value.amount.low && found.strength.unit === value.unit;
  }

  acceptNumber(low: number, high: number, mention: ValueMention): boolean {
    const { found } = this;
    const place = { start: mention.start, end: mention.end };
    if (low === high && isBareStrength(this, low, mention)) {
      found.strength = { amount: low, unit: strengthUnit(this), ...place };
      return this.pass(mention);
    }
    const column = columnValue(this.reading.text, mention.start);
    if (column === 'strength' && this.drug.strengths?.includes(low)) {
      found.strength ??= { amount: low, unit: strengthUnit(this), ...place };
      return this.pass(mention);
    }
    if (column === 'quantity' && found.quantity === undefined) {
      found.quantity = { amount: low, ...place };
      return this.pass(mention);
    }
    if (column === 'refills' && found.refills === undefined) {
      found.refills = { amount: low, ...place };
      return this.pass(mention);
    }
    if (column === 'days' && this.statedDays === undefined) {
      this.statedDays = low;
      return this.pass(mention);
    }
    if (
      column === undefined &&
      low === high &&
      (isCellOfUnits(this, low, mention) || isBareUnits(this, low, mention))
    ) {
      found.quantity ??= { amount: low, ...place };
      return this.pass(mention);
    }
    return column !== undefined || found.strength !== undefined;
  }

  /** Moves the statement's end behind a part. */
  pass(mention: ValueMention, belongs = true): true {
    if (belongs) this.end = Math.max(this.end, mention.end);
    return true;
  }

  /** "Takes three Norco 10s a day": as many as stand before the name. */
  takeCounted(): void {
    const { found, reading } = this;
    if (found.take !== undefined || this.intakes.length > 0) return;
    if (found.frequency !== undefined && found.frequency.perDay.high !== 1) return;
    const units = unitsBefore(reading.text, found.start);
    const behind = Math.max(this.nameEnd, found.strength?.end ?? 0);
    const end = units && dayBehind(reading.text, behind);
    if (units === undefined || end === undefined) return;
    const once = { low: 1, high: 1 };
    found.take = units;
    found.frequency ??= { perDay: once, asNeeded: false, start: behind, end };
    this.end = Math.max(this.end, end);
  }

  /** What the intakes of a day add up to. */
  addIntakes(): void {
    const sum = sumOfIntakes(this.found, this.intakes);
    if (sum === undefined) return;
    if ('units' in sum) this.found.unitsADay = sum.units;
    else {
      this.statedDose ??= sum.dose;
      this.found.unitsADay = { amount: { low: 0, high: 0 }, working: say('working_doses_named') };
    }
  }

  /** Whether the next sentence says how the drug is brought down: it is looked at with this one. */
  endOfTaper(limit: number): number {
    const { sentences, text } = this.reading;
    const own = sentences[this.found.sentence]?.end ?? this.found.end;
    const next = sentences[this.found.sentence + 1];
    const goesOn = next !== undefined && startsWithTaper(text.slice(next.start, next.end));
    return Math.min(limit, Math.max(this.end, goesOn ? next.end : own));
  }

  statement(limit: number): MedicationStatement {
    const { found, reading } = this;
    this.takeCounted();
    found.start = this.start;
    found.end = this.end;
    this.addIntakes();
    const under = this.most && capped(found, this.most);
    if (under) found.unitsADay = under;
    const taper = readTaper(reading, this.nameEnd, this.endOfTaper(limit));
    if (taper !== undefined) found.taper = taper;
    const date =
      governingDates(reading, found.sentence, found.start, found.end)[0] ??
      reading.sections[reading.sentences[found.sentence]?.section ?? -1]?.date;
    if (date !== undefined) found.date = date;
    const supply = computeSupply(found, this.drug, this.statedDays);
    if (supply !== undefined) found.supply = supply;
    const dose = isInjected(this) ? undefined : computeDailyDose(found, this.drug, this.statedDose);
    if (dose !== undefined) found.dailyDose = dose;
    return found;
  }
}
