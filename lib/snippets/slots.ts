import { type Said, say } from '../saying/said.ts';

/**
 * Slots of a snippet: `{{fact}}`, `{{fact:format}}`, `{{fact|fallback}}` or `{{fact:format|fallback}}`.
 * Whatever else stands in a text is taken as it is.
 */

/** What a slot may ask of a case. */
export const factNames = [
  'request',
  'drug',
  'strength',
  'quantity',
  'refills',
  'directions',
  'days-supply',
  'visits',
  'body-part',
  'side',
  'level',
  'as-of',
  'finding',
  'measure',
  'evidence',
  'evidence-date',
] as const;

export type FactName = (typeof factNames)[number];

/** How a value is written. */
export const slotFormats = ['lower', 'upper', 'sentence', 'quote', 'iso', 'us'] as const;

export type SlotFormat = (typeof slotFormats)[number];

export interface Slot {
  fact: FactName;
  format: SlotFormat | null;
  /** What stands in its place when the case has no value; null shows the name in brackets. */
  fallback: string | null;
}

export type TextPart = { kind: 'words'; text: string } | { kind: 'slot'; slot: Slot };

/** The text in parts, or what is wrong with a slot. */
export type SlotReading = { parts: TextPart[] } | { fault: Said };

/** Takes a snippet's text apart. Never throws: a slot that cannot be read is told as a fault. */
export function readSlots(text: string): SlotReading {
  const parts: TextPart[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{{', at);
    const words = text.slice(at, open === -1 ? undefined : open);
    if (words.includes('}}')) return { fault: say('reason_slot_not_opened') };
    if (words !== '') parts.push({ kind: 'words', text: words });
    if (open === -1) break;
    const close = text.indexOf('}}', open);
    if (close === -1) return { fault: say('reason_slot_not_closed') };
    const read = readSlot(text.slice(open + 2, close));
    if ('fault' in read) return read;
    parts.push({ kind: 'slot', slot: read });
    at = close + 2;
  }
  return { parts };
}

function readSlot(inside: string): Slot | { fault: Said } {
  const bar = inside.indexOf('|');
  const head = (bar === -1 ? inside : inside.slice(0, bar)).trim();
  const fallback = bar === -1 ? null : inside.slice(bar + 1).trim();
  const [name = '', format = '', ...more] = head.split(':').map((word) => word.trim());
  const fact = factNames.find((each) => each === name);
  if (fact === undefined) {
    return { fault: say('reason_no_slot', name, factNames.join(', ')) };
  }
  const known = slotFormats.find((each) => each === format);
  if (more.length > 0 || (format !== '' && known === undefined)) {
    return { fault: say('reason_no_slot_format', format, slotFormats.join(', ')) };
  }
  return { fact, format: known ?? null, fallback };
}
