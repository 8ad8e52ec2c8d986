import { escapedForPattern } from '../case/find-term.ts';
import {
  type Locator,
  type PageFacts,
  type PortalPlaces,
  pageFactNames,
} from '../case/portal-profile.ts';
import { plain } from './fields.ts';

type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** What follows a label is no value beyond this length. */
const longestValue = 120;

/** The element a path leads to; null where the page does not hold it, or the path is none. */
export function elementAt(
  path: readonly string[],
  document: Document,
  shadowRootOf: ShadowRootOf,
): Element | null {
  let root: ParentNode | null = document;
  let found: Element | null = null;
  for (const selector of path) {
    if (!root) return null;
    try {
      found = root.querySelector(selector);
    } catch {
      return null;
    }
    root = found && shadowRootOf(found);
  }
  return found;
}

/** What an element shows, or holds where it is a field, on one line. */
export function shownIn(element: Element): string {
  const { value } = element as { value?: unknown };
  const isField = element.matches('input, textarea, select');
  return plain(isField && typeof value === 'string' ? value : (element.textContent ?? ''));
}

/**
 * The value a text shows beside a label: on its line up to the next cell, or alone on the next
 * line. The label stands at the head of a line or cell, whatever its case.
 */
export function valueBeside(label: string, text: string): string | undefined {
  const words = plain(label).replace(/[\s:]+$/, '');
  if (words === '') return undefined;
  const escaped = escapedForPattern(words).replace(/ /g, '\\s+');
  const pattern = new RegExp(
    `(?:^|\\n|\\t| {2,}|\\| ?)${escaped}[ ]?(?:[:#\\t]|\\n)[ \\t]*([^\\t\\n]*)`,
    'giu',
  );
  for (const [, rest = ''] of text.matchAll(pattern)) {
    const value = plain(rest.split(/ {2,}|\|/)[0] ?? '');
    if (value !== '' && value.length <= longestValue) return value;
  }
  return undefined;
}

/** The facts a page shows at the places its portal's profile names. */
export function factsOf(
  places: PortalPlaces,
  text: string,
  document: Document,
  shadowRootOf: ShadowRootOf,
): PageFacts {
  const facts: PageFacts = {};
  for (const name of pageFactNames) {
    const place = places[name];
    const value = place && valueAt(place, text, document, shadowRootOf);
    if (value !== undefined && value !== '') facts[name] = value.slice(0, longestValue);
  }
  return facts;
}

/** The value at a place; undefined where the page does not show it. */
export function valueAt(
  place: Locator,
  text: string,
  document: Document,
  shadowRootOf: ShadowRootOf,
): string | undefined {
  if (place.by === 'label') return valueBeside(place.label, text);
  const element = elementAt(place.path, document, shadowRootOf);
  return element ? shownIn(element) : undefined;
}
