import type { WhiteSpace } from './chunk.ts';

/** How an element takes part in the layout of the text. */
export type Flow = 'none' | 'inline' | 'apart' | 'block' | 'row' | 'cell';

/** What of an element's style matters to its text. */
export interface Appearance {
  flow: Flow;
  /** Its own text shows; what it contains may differ. */
  visible: boolean;
  space: WhiteSpace;
  /** Stands off from its neighbours: an empty line before and after it. */
  spaced: boolean;
  /** What stands before a list item, in words: `- `, `2. `. */
  listStyle: string | undefined;
  /** Has a scroll bar of its own, if there is enough to scroll. */
  scrolls: boolean;
}

const hidden: Appearance = {
  flow: 'none',
  visible: false,
  space: 'collapse',
  spaced: false,
  listStyle: undefined,
  scrolls: false,
};

/** The computed style of an element, as far as reading needs it. */
export function appearanceOf(element: Element): Appearance {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || style.display === 'none' || style.contentVisibility === 'hidden') return hidden;
  if (isClippedAway(style) || isFoldedAway(style) || isIconFont(style)) return hidden;
  const flow = flowOf(element, style.display);
  return {
    flow,
    visible: style.visibility !== 'hidden' && style.visibility !== 'collapse',
    space: whiteSpaceOf(style),
    spaced: flow === 'block' && (spacedTags.has(element.localName) || hasMargin(style)),
    listStyle: style.display === 'list-item' ? style.listStyleType : undefined,
    scrolls: style.overflowY === 'auto' || style.overflowY === 'scroll',
  };
}

function flowOf(element: Element, display: string): Flow {
  // A table that a narrow page lays out as blocks still has rows.
  if (element.localName === 'tr' || element.getAttribute('role') === 'row') return 'row';
  if (cellTags.has(element.localName) || cellRoles.has(element.getAttribute('role') ?? '')) {
    return 'cell';
  }
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
  if (display.startsWith('inline-')) return 'apart';
  if (display === 'table-row') return 'row';
  if (display === 'table-cell') return 'cell';
  if (display === 'table-column' || display === 'table-column-group') return 'none';
  return 'block';
}

function whiteSpaceOf(style: CSSStyleDeclaration): WhiteSpace {
  // `white-space` became a shorthand; browsers still give its old words.
  switch (style.whiteSpace) {
    case 'pre':
    case 'pre-wrap':
    case 'break-spaces':
      return 'keep';
    case 'pre-line':
      return 'lines';
    default:
      return style.whiteSpace?.startsWith('preserve') ? 'keep' : 'collapse';
  }
}

/** Text for screen readers only: a box of a pixel, or clipped to nothing. */
function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/^inset\((?:50|100)%/.test(style.clipPath)) return true;
  if (/^rect\((?:0px|1px)[, ]+(?:0px|1px)[, ]+(?:0px|1px)[, ]+(?:0px|1px)\)/.test(style.clip)) {
    return true;
  }
  if (style.overflow === 'visible' || style.overflow === '') return false;
  return atMostOnePixel(style.width) || atMostOnePixel(style.height);
}

/** A section that is folded by its height, as most that open with a movement are. */
function isFoldedAway(style: CSSStyleDeclaration): boolean {
  if (style.overflowY !== 'hidden' && style.overflowY !== 'clip') return false;
  return style.maxHeight === '0px' || style.height === '0px';
}

function atMostOnePixel(length: string): boolean {
  return length.endsWith('px') && Number.parseFloat(length) <= 1;
}

/** Icon fonts show a word (`expand_more`) as a picture. */
function isIconFont(style: CSSStyleDeclaration): boolean {
  return /\b(?:icons?|symbols?|glyphicons|awesome)\b/i.test(style.fontFamily);
}

function hasMargin(style: CSSStyleDeclaration): boolean {
  return (
    Number.parseFloat(style.marginTop) >= leastMargin ||
    Number.parseFloat(style.marginBottom) >= leastMargin
  );
}

/** In CSS pixels: half a line of ordinary text. */
const leastMargin = 8;

const cellTags = new Set(['td', 'th']);
const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const spacedTags = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'blockquote',
  'pre',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'fieldset',
  'figure',
  'address',
  'hr',
  'details',
]);
