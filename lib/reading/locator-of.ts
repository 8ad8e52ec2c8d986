import type { Locator } from '../case/portal-profile.ts';
import { plain } from './fields.ts';
import { shownIn, valueBeside } from './locate.ts';

const longestLabel = 60;
/** Attributes by which makers of pages name a part for good. */
const lastingAttributes = ['data-testid', 'data-test', 'data-field', 'data-cy', 'name'];

/**
 * How to find an element's value again: by the label beside it where the page's text confirms
 * that, else by the way to it.
 */
export function locatorOfValue(element: Element, text: string): Locator {
  const value = shownIn(element);
  for (const label of labelsOf(element)) {
    const own = value.startsWith(label) ? valueAfter(label, value) : value;
    if (own !== '' && valueBeside(label, text) === own) return { by: 'label', label };
  }
  return { by: 'path', path: pathTo(element) };
}

/** The way to an element: a selector for each shadow root, outermost first. */
export function pathTo(element: Element): string[] {
  const path: string[] = [];
  let current: Element | null = element;
  while (current) {
    const root = current.getRootNode() as Document | ShadowRoot;
    path.unshift(selectorIn(current, root));
    current = 'host' in root ? root.host : null;
  }
  return path;
}

function* labelsOf(element: Element): Generator<string> {
  const candidates = [
    (element as { labels?: NodeListOf<HTMLLabelElement> | null }).labels?.[0]?.textContent,
    element.localName === 'dd' ? previousTerm(element)?.textContent : undefined,
    element.closest('tr')?.querySelector('th')?.textContent,
    element.previousElementSibling?.textContent,
    element.parentElement?.previousElementSibling?.textContent,
    /^([^:]{2,60}):/.exec(plain(element.textContent ?? ''))?.[1],
    element.getAttribute('aria-label'),
  ];
  for (const candidate of candidates) {
    const label = plain(candidate ?? '').replace(/[\s:]+$/, '');
    if (label !== '' && label.length <= longestLabel) yield label;
  }
}

function previousTerm(element: Element): Element | null {
  let before = element.previousElementSibling;
  while (before && before.localName !== 'dt') before = before.previousElementSibling;
  return before;
}

function valueAfter(label: string, value: string): string {
  return value.slice(label.length).replace(/^[\s:#]+/, '');
}

function selectorIn(element: Element, root: Document | ShadowRoot): string {
  const steps: string[] = [];
  for (let current: Element | null = element; current; current = current.parentElement) {
    const named = nameOf(current);
    steps.unshift(named ?? placeOf(current));
    const selector = steps.join(' > ');
    if (named !== undefined && isOnly(root, selector, element)) return selector;
  }
  return steps.join(' > ');
}

/** A selector by what names the element for good; ids with long numbers are made anew each time. */
function nameOf(element: Element): string | undefined {
  const { id, localName } = element;
  if (/^[a-z][\w-]*$/i.test(id) && !/\d{3}/.test(id)) return `#${CSS.escape(id)}`;
  for (const attribute of lastingAttributes) {
    const value = element.getAttribute(attribute);
    if (value) return `${localName}[${attribute}="${CSS.escape(value)}"]`;
  }
  return undefined;
}

function placeOf(element: Element): string {
  const { localName, parentElement } = element;
  const alike = [...(parentElement ?? element.getRootNode()).childNodes].filter(
    (node): node is Element => (node as Element).localName === localName,
  );
  const name = CSS.escape(localName);
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name;
}

function isOnly(root: ParentNode, selector: string, element: Element): boolean {
  const found = root.querySelectorAll(selector);
  return found.length === 1 && found[0] === element;
}
