/** What of a page is machinery and no text of the case. */

/** Elements whose content is no text of the page. */
const textless = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'desc',
  'defs',
  'metadata',
  'path',
  'canvas',
  'audio',
  'video',
  'picture',
  'img',
  'map',
  'datalist',
  'rp',
  'progress',
  'meter',
]);

const controlRoles = new Set([
  'button',
  'switch',
  'tab',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'searchbox',
  'slider',
  'spinbutton',
  'scrollbar',
  'separator',
  'progressbar',
  'tooltip',
]);

const steeringRoles = new Set(['navigation', 'menu', 'menubar', 'tablist', 'toolbar']);

export function isTextless(element: Element): boolean {
  const { localName } = element;
  // Of drawings only those with words in them: pages are full of icons.
  if (localName === 'svg') return element.querySelector('text, foreignObject') === null;
  return textless.has(localName);
}

/** Something to press. Its words say what it does, not what happened to a patient. */
export function isControl(element: Element): boolean {
  return element.localName === 'button' || controlRoles.has(element.getAttribute('role') ?? '');
}

/** A part of the page for getting about: the links in it are controls, other text is not. */
export function isSteering(element: Element): boolean {
  return element.localName === 'nav' || steeringRoles.has(element.getAttribute('role') ?? '');
}

export function isLink(element: Element): boolean {
  return element.localName === 'a' || element.getAttribute('role') === 'link';
}
