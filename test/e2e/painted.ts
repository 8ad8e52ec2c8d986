import type { Page } from '@playwright/test';
import { highlightName, type Layer } from '../../lib/marking/style-sheet.ts';

/** A painted range: its words and where its first line stands in the viewport. */
export interface PaintedRange {
  name: string;
  words: string;
  box: { x: number; y: number; width: number; height: number };
}

/** Everything our names paint in a page now, as the page itself can see it. */
export function painted(page: Page): Promise<PaintedRange[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].flatMap((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const [box] = live.getClientRects();
        if (!box) return [];
        const { x, y, width, height } = box;
        return [{ name, words: live.toString(), box: { x, y, width, height } }];
      }),
    ),
  );
}

/** The words of one meaning, with or without its tint, on a light ground. */
export async function paintedWords(page: Page, ...layers: Layer[]): Promise<string[]> {
  const names = layers.map((layer) => highlightName(layer, 'light'));
  return (await painted(page)).filter(({ name }) => names.includes(name)).map(({ words }) => words);
}

/** Waits until something is painted. */
export async function waitForMarks(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0);
}
