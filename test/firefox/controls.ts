import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type LoadedFirefox, patience } from './firefox.ts';

type Place = 'page' | 'sidebar';

/** The middle of a control of a page of ours, or of the sidebar, once it is there. */
async function middleOf(own: Page, words: string, place: Place): Promise<{ x: number; y: number }> {
  let middle: { x: number; y: number } | null = null;
  const find = async () => {
    middle = await own.evaluate(middleNow, words, place);
    return middle !== null;
  };
  await expect.poll(find, patience).toBe(true);
  return middle as unknown as { x: number; y: number };
}

/** Runs in a page of ours: the control whose label, or text, begins with the words. */
function middleNow(words: string, place: Place): { x: number; y: number } | null {
  const sidebars: unknown[] =
    place === 'sidebar' ? chrome.extension.getViews({ type: 'sidebar' as never }) : [globalThis];
  const [view] = sidebars as (typeof globalThis | undefined)[];
  const controls = view?.document.querySelectorAll<HTMLElement>('button, a, input, textarea') ?? [];
  for (const control of controls) {
    const labels = (control as HTMLInputElement).labels ?? [];
    const texts = [
      control.ariaLabel ?? '',
      control.innerText,
      ...[...labels].map((l) => l.innerText),
    ];
    if (!texts.some((text) => text.trim().startsWith(words))) continue;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = control.getBoundingClientRect();
    if (width > 0) return { x: x + width / 2, y: y + height / 2 };
  }
  return null;
}

/** Presses a control of a page of ours. It has to be the one that is shown. */
export async function press(own: Page, words: string): Promise<void> {
  const { x, y } = await middleOf(own, words, 'page');
  await own.mouse.click(x, y);
}

/** Presses a control of the sidebar. */
export async function pressInSidebar(
  firefox: LoadedFirefox,
  own: Page,
  words: string,
): Promise<void> {
  await firefox.clickInSidebar(await middleOf(own, words, 'sidebar'));
}

/** What a page of ours shows, as a person reads it. */
export function textOf(own: Page): Promise<string> {
  return own.evaluate(() => document.body.innerText);
}

/** What the sidebar shows; empty when it is closed. */
export function sidebarText(own: Page): Promise<string> {
  return own.evaluate(() => {
    const sidebars: unknown[] = chrome.extension.getViews({ type: 'sidebar' as never });
    const [view] = sidebars as (typeof globalThis | undefined)[];
    return view?.document.body.innerText ?? '';
  });
}

/** Gives a file to the field of a page of ours that takes files. */
export async function chooseFile(own: Page, name: string, bytes: Uint8Array): Promise<void> {
  await own.evaluate(
    (fileName, base64) => {
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.fromBase64(base64)], fileName));
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!field) throw new Error('This page takes no file.');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    Buffer.from(bytes).toString('base64'),
  );
}
