import { findIdentifiers, type IdentifierFinding } from './identifier-guard.ts';

/** What was found in one field of something that is to be shared. */
export interface IdentifierInField extends IdentifierFinding {
  /** Dotted: `history.0.text`. */
  field: string;
}

/**
 * Looks through every text of a value for what may identify a person. Dates of change and addresses
 * of sources are none.
 *
 * @param vouched texts of findings that the writer has looked at and says name no person; counts
 *   for names alone
 */
export function identifiersIn(
  value: unknown,
  vouched: ReadonlySet<string> = new Set(),
): IdentifierInField[] {
  const found: IdentifierInField[] = [];
  walk(value, [], (field, text) => {
    for (const finding of findIdentifiers(text)) {
      if (finding.kind === 'name' && vouched.has(finding.text)) continue;
      found.push({ ...finding, field });
    }
  });
  return found;
}

/** Fields of fixed form, written by the program or checked by a schema. */
const fixed = new Set(['id', 'changed', 'added', 'updated', 'url', '$schema', 'author']);

function walk(
  value: unknown,
  path: readonly string[],
  look: (field: string, text: string) => void,
): void {
  if (typeof value === 'string') {
    if (!fixed.has(path.at(-1) ?? '')) look(path.join('.'), value);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, [...path, String(index)], look);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], look);
  }
}
