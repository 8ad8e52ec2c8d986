import { namesIn } from './identifiers/names.ts';
import { numbersIn } from './identifiers/numbers.ts';

/** What of a person was found. */
export type IdentifierKind =
  | 'name'
  | 'birth-date'
  | 'social-security'
  | 'record-number'
  | 'phone'
  | 'address'
  | 'email';

/** Something that may identify a person: what kind, the words as found, where, and why. */
export interface IdentifierFinding {
  kind: IdentifierKind;
  text: string;
  /** UTF-16 offset into the text as it was normalised (NFKC, invisible characters removed). */
  start: number;
  /** Which sign gave it away. */
  sign: IdentifierSign;
}

export type IdentifierSign =
  | 'form'
  | 'word-before'
  | 'verb-after'
  | 'known-name'
  | 'names-together'
  | 'other-script';

/**
 * Looks for what may identify a person, before a text is shared: names, dates of birth, social
 * security and record numbers, phones, addresses, e-mail addresses (identifiers after 45 CFR
 * 164.514(b)(2), those that a snippet could hold). Rather one alarm too many: whoever writes the
 * snippet sees what was found and rewords it. Slots are passed over, since they hold no value.
 */
export function findIdentifiers(text: string): IdentifierFinding[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/\{\{[^{}]*\}\}/g, (slot) => ' '.repeat(slot.length));
  const found = [...numbersIn(plain), ...namesIn(plain)].sort((a, b) => a.start - b.start);
  let reached = -1;
  return found.filter(({ start, text: { length } }) => {
    if (start < reached) return false;
    reached = start + length;
    return true;
  });
}
