/**
 * Medication statements: what a text says of a drug beside its name. Parts are taken from the
 * values that follow the name in its sentence, list item or table row, as long as nothing else
 * comes between; what can be computed from them carries its working.
 */

import type { DrugEntry } from '../drug.ts';
import type { MedicationStatement, Mention, ValueMention } from '../mention.ts';
import { isDrug, type Mentions } from '../mentions.ts';
import { Parts, type Source } from './medication-parts.ts';

const DRUG = 'drug:';

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
    const mention = reading.mentions.at(index) as Mention;
    const drug = drugs.get(mention.concept.slice(DRUG.length));
    if (drug === undefined) continue;
    const last = n > 0 ? statements.at(-1) : undefined;
    let nameEnd = mention.end;
    while (n + 1 < names.length) {
      const next = reading.mentions.at(names[n + 1] as number) as Mention;
      if (!isAlias(reading.text, nameEnd, next, drug, drugs)) break;
      nameEnd = next.end + (reading.text[next.end] === ')' ? 1 : 0);
      n += 1;
    }
    const following = reading.mentions.at(names[n + 1] ?? -1);
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
    const limit = following?.start ?? reading.text.length;
    parts.takeRatio(limit);
    parts.takeAfter(value, limit);
    statements.push(parts.statement(limit));
  }
  return statements;
}

/** Indices of the mentions that name drugs; a name inside a longer one ("Ambien" of "Ambien CR") is left out. */
function drugNames(mentions: Mentions): number[] {
  const names: number[] = [];
  let last: Mention | undefined;
  for (const index of mentions.indicesWhere(isDrug)) {
    const mention = mentions.at(index) as Mention;
    const isApart = last === undefined || mention.start >= last.end;
    if (isApart) names.push(index);
    else if (last && mention.end - mention.start > last.end - last.start)
      names[names.length - 1] = index;
    else continue;
    last = mention;
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
