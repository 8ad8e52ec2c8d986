import { browser } from 'wxt/browser';

interface Opener {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
}

/** Elements a page may give a shadow root besides its own: asking every element would cost. */
const plainHosts = new Set(['div', 'span', 'section', 'article', 'main', 'aside', 'p', 'body']);

/** The shadow root of an element, open or closed; null when it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const { localName } = element;
  if (!localName.includes('-') && !plainHosts.has(localName)) return null;
  const inFirefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  if (inFirefox !== undefined) return inFirefox;
  try {
    return (browser as Opener).dom?.openOrClosedShadowRoot?.(element) ?? null;
  } catch {
    // The extension was updated under this reading; when it ends, the page is told.
    return null;
  }
}
