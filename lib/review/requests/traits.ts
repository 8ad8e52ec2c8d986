import type { MedicationStatement, Reading, ValueMention } from '../../language/mention.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import type { ItemTraits } from './gather.ts';
import type { LineItem } from './line-items.ts';
import type { Span } from './spans.ts';

/** Concepts of body parts start with this; the one for "any part of the body" tells nothing. */
const BODY_PART = 'body-';
const ANY_BODY_PART = 'body-region';

/** What tells an item from another of the same treatment, read from its words. */
export function traitsOf(reading: Reading, cues: CueIndex, item: LineItem): ItemTraits {
  const { span } = item;
  const medications = medicationsIn(reading, span);
  const values = valuesIn(reading, span);
  return {
    regions: bodyPartsIn(reading, span),
    sides: values.flatMap(({ value }) => (value.kind === 'side' ? [value.side] : [])),
    strengths: medications.flatMap(({ strength }) =>
      strength ? [[strength.amount, strength.second].filter((part) => part !== undefined).join('/')] : [],
    ),
    counted:
      medications.some((one) => one.quantity || one.quantityOpen || one.refills) ||
      values.some(({ value }) => value.kind === 'count' || value.kind === 'quantity'),
    retracted: cues.has(Cue.retract, span.start, span.end),
    words: new Set(reading.text.slice(span.start, span.end).toLowerCase().match(/[a-z]{2,}|\d+(?:\.\d+)?/g) ?? []),
  };
}

/** Body part concepts named in the span, each once. */
export function bodyPartsIn(reading: Reading, { start, end }: Span): string[] {
  const found = new Set<string>();
  for (let at = firstFrom(reading.mentions, start); at < reading.mentions.length; at += 1) {
    const mention = reading.mentions[at];
    if (!mention || mention.start >= end) break;
    const { concept } = mention;
    if (concept.startsWith(BODY_PART) && concept !== ANY_BODY_PART && mention.end <= end) found.add(concept);
  }
  return [...found];
}

/** Medication statements whose drug is named in the span. */
export function medicationsIn(reading: Reading, { start, end }: Span): MedicationStatement[] {
  const found: MedicationStatement[] = [];
  for (let at = firstFrom(reading.medications, start); at < reading.medications.length; at += 1) {
    const medication = reading.medications[at] as MedicationStatement;
    if (medication.start >= end) break;
    found.push(medication);
  }
  return found;
}

/** Values that start in the span. */
export function valuesIn(reading: Reading, { start, end }: Span): ValueMention[] {
  const found: ValueMention[] = [];
  for (let at = firstFrom(reading.values, start); at < reading.values.length; at += 1) {
    const value = reading.values[at] as ValueMention;
    if (value.start >= end) break;
    found.push(value);
  }
  return found;
}
