import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import { CLOSES, OPENS } from '../wording/pseudo-locale.ts';

/** Gives every page that is opened from now on what `axeFaults` needs. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({
    path: createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  });
}

/** What axe finds, each with the element it found it at. `rules` narrows it to these. */
export function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: only } }),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
}

/**
 * What does not fit: the page or a part of it scrolls sideways, a text is cut off without a way to the
 * whole of it, sticks out of the window, or is squeezed into a column of single letters. The code editor of the pack bench scrolls as code does.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element) =>
      `<${element.localName} class="${element.className}"> ${element.textContent?.trim().slice(0, 60)}`;
    const { documentElement } = document;
    if (documentElement.scrollWidth > documentElement.clientWidth) {
      faults.push(`the page is ${documentElement.scrollWidth} px wide`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const isHidden = element.closest('.sr, .cm-editor, .printed, [hidden]') !== null;
      if (isHidden || element.getClientRects().length === 0 || element instanceof SVGElement)
        continue;
      const { overflowX, textOverflow, webkitLineClamp, fontSize } = getComputedStyle(element);
      const isField = element.matches('input, select');
      if (overflowX !== 'visible' && !isField && element.scrollWidth > element.clientWidth + 1) {
        const hasWhole = textOverflow === 'ellipsis' && element.closest('[title], [role=option]');
        if (!hasWhole) faults.push(`cut off or scrolls sideways: ${name(element)}`);
      }
      const isClamped = webkitLineClamp !== 'none' && element.closest('[role=option]') !== null;
      if (overflowX !== 'visible' && /hidden|clip/.test(getComputedStyle(element).overflowY)) {
        const isCut = element.scrollHeight > element.clientHeight + 3;
        if (
          isCut &&
          !isClamped &&
          !isField &&
          element.clientHeight > 0 &&
          element.matches('.panel *')
        )
          faults.push(`cut off below: ${name(element)}`);
      }
      const { right, left, width, height } = element.getBoundingClientRect();
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (hasText && (right > innerWidth + 1 || left < -1))
        faults.push(`sticks out: ${name(element)}`);
      if (hasText && width < 2.5 * Number.parseFloat(fontSize) && height > 5 * width)
        faults.push(`squeezed: ${name(element)}`);
    }
    return faults;
  });
}

/** What moves although the reader wants nothing to, and what is out of the order of the page by Tab. */
export function motionAndOrderFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element) => `<${element.localName} class="${element.className}">`;
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const seconds = [style.transitionDuration, style.animationDuration]
        .flatMap((durations) => durations.split(','))
        .map((duration) => Number.parseFloat(duration));
      if (seconds.some((duration) => duration > 0.01)) faults.push(`moves: ${name(element)}`);
      if (style.scrollBehavior === 'smooth') faults.push(`scrolls smoothly: ${name(element)}`);
      if (element.tabIndex > 0) faults.push(`has an order of its own: ${name(element)}`);
    }
    return faults;
  });
}

/** Words of no language: numbers, signs, keys, codes of faults, dates, addresses. */
const OF_NO_LANGUAGE = [
  /\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/g,
  /\b(?:[A-Z][a-z]{2} )?\d{4}\b/g,
  /\bCG-\d{3}\b/g,
  /\bhttps?:\/\/\S*/g,
  /\b(?:Ctrl|Alt|Shift|Enter|Esc)\b/g,
  /\bCaseglass\b/g,
];

/**
 * What a reader of another language would find untranslated in a page shown in the pseudo-locale: every
 * text and name that is neither in its brackets nor among the data of the screen. What goes into a
 * letter is in the language of the record.
 */
export async function untranslated(page: Page, data: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const notOurs =
      'script, style, .cm-editor, kbd, textarea, .printed, .slash__text, .snippet__text';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!node.parentElement?.closest(notOurs)) found.add(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        found.add(element.getAttribute(name) ?? '');
      }
    }
    return [...found];
  });
  const known = `${inOneLine(data)} ${inOneLine(data).replaceAll('-', ' ')}`;
  const isKnown = (piece: string) => known.includes(piece.replace(/…$/, '').toLowerCase());
  return texts
    .filter((text) => {
      const rest = unbracketed(text);
      if (isKnown(inOneLine(rest))) return false;
      const ours = OF_NO_LANGUAGE.reduce((left, of) => left.replace(of, ' · '), rest);
      // What is left must be of the case, piece by piece.
      return ours
        .split(/[·•;:,|()“”]|\.(?=\s|$)/)
        .map((piece) => inOneLine(piece).replace(/^[^\p{L}\d]+|[^\p{L}\d…]+$/gu, ''))
        .some((piece) => /\p{L}{2}/u.test(piece) && !isKnown(piece));
    })
    .map((text) => inOneLine(text).slice(0, 200));
}

/**
 * The text without what stands in brackets of the pseudo-locale, also one within another. A message
 * that an element parts has one bracket in each of its texts.
 */
function unbracketed(text: string): string {
  const pair = new RegExp(`${OPENS}[^${OPENS}${CLOSES}]*${CLOSES}`, 'g');
  for (let left = text; ; ) {
    const less = left.replace(pair, ' · ');
    if (less === left) {
      return left.replace(new RegExp(`^[^${OPENS}]*${CLOSES}|${OPENS}[^${CLOSES}]*$`, 'g'), ' · ');
    }
    left = less;
  }
}

/** JSON writes breaks and quotes with a stroke before them. */
function inOneLine(text: string): string {
  const unescaped = text.replace(/\\[nrt]/g, ' ').replaceAll('\\"', '"');
  return unescaped.replace(/\s+/g, ' ').trim().toLowerCase();
}
