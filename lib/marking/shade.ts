import type { Shade } from './style-sheet.ts';

/** Whether an element's text stands on a light or a dark ground: by the page's own colours. */
export function shadeOf(element: Element): Shade {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const ground = parseColour(view.getComputedStyle(at).backgroundColor);
    if (ground && ground.alpha > 0.5) return ground.luminance < darkGround ? 'dark' : 'light';
  }
  // The ground is the browser's own, or a picture: light text tells that it is dark.
  const ink = parseColour(view.getComputedStyle(element).color);
  return ink && ink.luminance > 0.5 ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return element.parentElement;
}

/** Below this relative luminance light lines stand out better than dark ones. */
const darkGround = 0.2;

/** Computed colours are `rgb(...)`, or `color(srgb ...)` and the like for newer syntax. */
function parseColour(colour: string): { luminance: number; alpha: number } | undefined {
  const parts = colour.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number);
  if (!parts || parts.length < 3) return undefined;
  const scale = colour.startsWith('rgb') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  if (!colour.startsWith('rgb') && !colour.startsWith('color(')) return undefined;
  return {
    luminance:
      0.2126 * linear(red / scale) + 0.7152 * linear(green / scale) + 0.0722 * linear(blue / scale),
    alpha,
  };
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
