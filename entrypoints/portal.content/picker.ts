import type { PlaceName } from '../../lib/case/portal-profile.ts';
import { Card } from '../../lib/marking/card.ts';
import { cardStyleSheet } from '../../lib/marking/card-style.ts';
import { elementsOf } from '../../lib/marking/elements.ts';
import { shadeOf } from '../../lib/marking/shade.ts';
import type { PickedPlace } from '../../lib/messaging/protocol.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { shownIn } from '../../lib/reading/locate.ts';
import { locatorOfValue, pathTo } from '../../lib/reading/locator-of.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { shadowRootOf } from './shadow-roots.ts';

const sentences = {
  caseArea: 'pick_case_area',
  claimNumber: 'pick_claim_number',
  requestDate: 'pick_request_date',
  receivedDate: 'pick_received_date',
  author: 'pick_author',
  determination: 'pick_determination',
} as const satisfies Record<PlaceName, MessageKey>;

/**
 * Lets the reviewer point at one place of the page; answers it, or null when given up. While that
 * goes on no press reaches the page, and what would be chosen is framed; nothing of it stays.
 */
export function pickPlace(
  place: PlaceName,
  text: string,
  signal: AbortSignal,
): Promise<PickedPlace | null> {
  const { promise, resolve } = Promise.withResolvers<PickedPlace | null>();
  const ended = new AbortController();
  const card = sayWhatToDo(words(sentences[place]));
  // Presses on a frame of the page would reach the frame: the chosen field may be one.
  const frame = outline(place === 'determination');
  const end = (picked: PickedPlace | null) => {
    ended.abort();
    card.close();
    frame.remove();
    resolve(picked);
  };
  signal.addEventListener('abort', () => end(null), { signal: ended.signal });
  const listen = { capture: true, signal: ended.signal };
  addEventListener(
    'pointermove',
    (event) => frame.show(pointedAt(event, place, frame.host)),
    listen,
  );
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick'] as const) {
    addEventListener(type, keepFromPage, listen);
  }
  addEventListener(
    'click',
    (event) => {
      keepFromPage(event);
      const element = pointedAt(event, place, frame.host);
      end(element ? picked(element, place, text) : null);
    },
    listen,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      keepFromPage(event);
      end(null);
    },
    listen,
  );
  return promise;
}

function picked(element: Element, place: PlaceName, text: string): PickedPlace {
  const isPart = place === 'caseArea' || place === 'determination';
  const locator = isPart
    ? { by: 'path' as const, path: pathTo(element) }
    : locatorOfValue(element, text);
  return { locator, shows: shownIn(element).slice(0, 200) };
}

/** The element under the pointer; for the determination the field it is in. */
function pointedAt(event: MouseEvent, place: PlaceName, ours: Element): Element | null {
  const top = (root: Document | ShadowRoot) =>
    root.elementsFromPoint(event.clientX, event.clientY).find((element) => element !== ours) ??
    null;
  let element = top(document);
  for (let root = element && shadowRootOf(element); element && root; root = shadowRootOf(element)) {
    const inner: Element | null = top(root);
    if (!inner || inner === element) break;
    element = inner;
  }
  if (place !== 'determination') return element;
  return element?.closest('input, textarea, [contenteditable], [role=textbox], iframe') ?? element;
}

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function sayWhatToDo(sentence: string): Card {
  const card = new Card(document, cardStyleSheet(palettes['blue-rust']), sentence);
  const said = elementsOf(document)('p', 'notice', sentence);
  said.setAttribute('role', 'status');
  const corner = new DOMRect(innerWidth, 0, 0, 0);
  card.open([said], corner, shadeOf(document.body ?? document.documentElement), null);
  return card;
}

/**
 * A frame around what would be chosen, in the browser's top layer. It takes no press, unless it is
 * to cover the page.
 */
function outline(isCover: boolean): {
  host: Element;
  show(element: Element | null): void;
  remove(): void;
} {
  const element = elementsOf(document);
  const host = element('div', '');
  const frame = element('div', '');
  host.popover = 'manual';
  host.style.cssText = `all: initial; position: fixed; inset: 0; inline-size: auto; block-size: auto; margin: 0; padding: 0; border: 0; background: none; pointer-events: ${isCover ? 'auto' : 'none'}; cursor: ${isCover ? 'crosshair' : 'auto'};`;
  frame.style.cssText =
    'all: initial; position: fixed; display: none; pointer-events: none; box-sizing: border-box; border: 2px solid Highlight; border-radius: 2px;';
  host.append(frame);
  document.documentElement.append(host);
  host.showPopover();
  return {
    host,
    show(shown) {
      const box = shown?.getBoundingClientRect();
      frame.style.display = box ? 'block' : 'none';
      if (!box) return;
      frame.style.left = `${box.left - 3}px`;
      frame.style.top = `${box.top - 3}px`;
      frame.style.width = `${box.width + 6}px`;
      frame.style.height = `${box.height + 6}px`;
    },
    remove: () => host.remove(),
  };
}
