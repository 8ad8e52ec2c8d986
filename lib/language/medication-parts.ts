/**
 * The parts of one medication statement: strength, what is taken and how often, quantity and refills,
 * collected from the values around the drug's name.
 */
import { type Said, say } from '../saying/said.ts';
import { governingDates } from './dated.ts';
import type { DrugEntry } from './drug.ts';
import { type Intake, sumOfIntakes } from './intakes.ts';
import { columnValue, fillsCell } from './medication-table.ts';
import type {
  MedicationStatement,
  Mention,
  Range,
  Reading,
  Value,
  ValueMention,
} from './mention.ts';
import { capped, computeDailyDose, computeSupply, saidRange } from './supply.ts';
import { readTaper, startsWithTaper } from './taper.ts';
import { onlyTakes, squeezed, wordsBetween } from './words-between.ts';

/** Characters, spaces counted once, that may stand between two parts of a statement. */
const LONGEST_GAP = 44;
/** So many words may stand before directions: "for muscle spasm at night". */
const MOST_WORDS_BETWEEN = 4;
/** A sentence that goes on with a signature starts with it: "Take 1 tid. #90." */
const LONGEST_LEAD = 14;
const LONGEST_CONTINUATION = 130;
const MOST_CONTINUATIONS = 5;

/** "for 2 years" behind directions says how long it has been taken, not how much is handed out. */
const LONGEST_SUPPLY_DAYS = 45;

export type Source = Pick<Reading, 'text' | 'sentences' | 'sections' | 'mentions' | 'values'>;

/** What may stand between a drug's name and a bare strength. */
const STRENGTH_LINK = /^(?:the|(?:[a-z]+ ){0,3}(?:at|to))?$/;

/** What may stand between two intakes: "2 in am and 1 in pm"; "then" starts a taper. */
const INTAKE_LINKS = ['', ',', 'and', ', and', '+', '&', ';', 'plus', '/'];
/** The second number of a combination right behind the name: "Suboxone 8/2", "8 mg-2 mg film". */
const RATIO = /^\s*(\d+(?:\.\d+)?)\s?(?:mg)?\s?[/-]\s?(\d+(?:\.\d+)?)(?:\s?mg\b)?(?![\d/-])/i;
const LONGEST_RATIO = 24;
/** Words before and behind a drug that is worn as a patch which say that it was injected. */
const INJECTED = /\b(?:iv|ivp|im|intravenous(?:ly)?|intramuscular(?:ly)?|push|bolus|sedation)\b/i;
const INJECTED_REACH = 24;
/** A number alone in a cell counts units from here to there: fewer are taken at once, more are a year. */
const LEAST_UNITS = 7;
const MOST_UNITS = 800;
/** What is handed out comes in tens, fifteens or weeks. */
const PACKED_IN = [10, 7, 15];
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

  /**
   * A strength that only this drug is sold in: of the number in its name ("Tylenol #3"), or of two
   * numbers that no other combination has ("Suboxone 8/2").
   */
  takeRatio(limit: number): void {
    const { drug, found, nameEnd } = this;
    const { text } = this.reading;
    const last =
      text
        .slice(found.start, nameEnd)
        .toLowerCase()
        .split(/[\s#.]+/)
        .at(-1) ?? '';
    const amount = drug.numbered?.[last];
    if (amount !== undefined) {
      found.strength = { amount, unit: 'mg', start: nameEnd - last.length, end: nameEnd };
    }
    if (drug.substances.length < 2 || found.strength !== undefined) return;
    const ratio = RATIO.exec(text.slice(nameEnd, Math.min(limit, nameEnd + LONGEST_RATIO)));
    const [all, first, second] = ratio ?? [];
    if (all === undefined || !drug.strengths?.includes(Number(first))) return;
    this.end = nameEnd + all.length;
    found.strength = {
      amount: Number(first),
      unit: 'mg',
      second: Number(second),
      start: nameEnd + all.length - all.trimStart().length,
      end: this.end,
    };
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
          !this.continues(sentence + 1, mention, values[i + 1], limit)
        )
          return;
        sentence += 1;
        continuations += 1;
        end = Math.min(limit, sentences[sentence]?.end ?? limit);
        this.end = Math.max(this.end, sentences[sentence]?.start ?? this.end);
      }
      if (this.isApart(mention)) return;
      if (!this.accept(mention.value, mention, values[i + 1])) return;
      this.lastKind = mention.value.kind;
    }
  }

  /**
   * Whether a sentence goes on with the signature: short, and it starts with a part. A strength goes on
   * only where the drug is sold in it and directions follow ("On Norco. Takes 10/325 one q6h"), for it
   * may belong to the next name.
   */
  continues(
    sentence: number,
    first: ValueMention,
    second: ValueMention | undefined,
    limit: number,
  ): boolean {
    const next = this.reading.sentences[sentence];
    if (
      next === undefined ||
      first.start >= next.end ||
      next.end - next.start > LONGEST_CONTINUATION
    )
      return false;
    const { kind } = first.value;
    const lead = this.reading.text.slice(next.start, first.start);
    if (kind === 'dose') {
      return (
        this.isSoldAs(first.value) &&
        onlyTakes(lead) &&
        second !== undefined &&
        second.start < Math.min(next.end, limit) &&
        (second.value.kind === 'take' || second.value.kind === 'frequency')
      );
    }
    const isPart =
      kind === 'take' || kind === 'frequency' || kind === 'quantity' || kind === 'refills';
    if (!isPart && !(kind === 'duration' && this.isLabelled(first))) return false;
    return squeezed(lead) <= LONGEST_LEAD;
  }

  /** Whether a dose is a strength of the drug that is not known yet. */
  isSoldAs(value: Value): boolean {
    if (value.kind !== 'dose' || this.found.strength !== undefined) return false;
    return value.unit === this.unit() && (this.drug.strengths?.includes(value.amount.low) ?? false);
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
        if (this.isStrength(value.amount.low, mention) && value.unit === undefined) {
          found.strength = { amount: value.amount.low, unit: this.unit(), ...place };
        } else if (found.take === undefined && found.frequency === undefined) {
          found.take = value.amount;
        } else if (this.isNextIntake(mention)) this.further = { units: value.amount };
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
          (this.isForSpan(mention) || this.isLabelled(mention))
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
      this.isNextIntake(mention) &&
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
    if (column === 'days' && this.statedDays === undefined) {
      this.statedDays = low;
      return this.pass(mention);
    }
    if (
      column === undefined &&
      low === high &&
      (this.isCellOfUnits(low, mention) || this.isBareUnits(low, mention))
    ) {
      found.quantity ??= { amount: low, ...place };
      return this.pass(mention);
    }
    return column !== undefined || found.strength !== undefined;
  }

  /** "Tramadol 50 | 90 | tid": a number of units alone in a cell of a row without headings. */
  isCellOfUnits(amount: number, { start, end }: ValueMention): boolean {
    if (!Number.isInteger(amount) || amount < LEAST_UNITS || amount > MOST_UNITS) return false;
    return fillsCell(this.reading.text, start, end);
  }

  /** "Naprosyn 500 bid 60.", "tramadol 50 (60)": a number behind directions or in brackets, and nothing after it. */
  isBareUnits(amount: number, { start, end }: ValueMention): boolean {
    if (amount < LEAST_UNITS || amount > MOST_UNITS || !PACKED_IN.some((one) => amount % one === 0))
      return false;
    const { text } = this.reading;
    const between = text.slice(this.end, start).trim();
    const after = text.slice(end, end + 3);
    if (between === '(') return after.startsWith(')') && this.found.strength !== undefined;
    const isBehind = between === '' || between === ',';
    return isBehind && this.lastKind === 'frequency' && /^\s*(?:[,;)\n]|\.\s|\.?$)/.test(after);
  }

  /** A bare number behind the name that is one of the strengths the drug is sold in: "Norco 10", "OxyContin down to 15". */
  isStrength(amount: number, mention: ValueMention): boolean {
    if (this.found.strength !== undefined || this.found.frequency !== undefined) return false;
    const between = this.reading.text.slice(this.nameEnd, mention.start).trim().toLowerCase();
    return STRENGTH_LINK.test(between) && (this.drug.strengths?.includes(amount) ?? false);
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

  /** Whether what follows is taken at another time of the same day. */
  isNextIntake(mention: ValueMention): boolean {
    const between = this.reading.text.slice(this.end, mention.start).trim().toLowerCase();
    return this.lastKind === 'frequency' && INTAKE_LINKS.includes(between);
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

  /** "Days supply: 30": days by their label, whatever stands between. */
  isLabelled({ start, end }: ValueMention): boolean {
    return /^days?\b/i.test(this.reading.text.slice(start, end));
  }

  /** Moves the statement's end behind a part. */
  pass(mention: ValueMention, belongs = true): true {
    if (belongs) this.end = Math.max(this.end, mention.end);
    return true;
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

  /** Injected drugs that share their name with a patch are not worn. */
  isInjected(): boolean {
    if (this.drug.route !== 'transdermal' || this.found.strength?.unit !== 'mcg') return false;
    const { text } = this.reading;
    const { start, end } = this.found;
    return INJECTED.test(text.slice(Math.max(0, start - INJECTED_REACH), end + INJECTED_REACH));
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
    const dose = this.isInjected()
      ? undefined
      : computeDailyDose(found, this.drug, this.statedDose);
    if (dose !== undefined) found.dailyDose = dose;
    return found;
  }
}
