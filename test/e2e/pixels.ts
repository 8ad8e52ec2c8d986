import type { Page } from '@playwright/test';

/** Colours of a part of the viewport as they are drawn, each once, as `r,g,b`. */
export async function coloursAt(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<Set<string>> {
  const picture = await page.screenshot({ clip });
  const blank = await page.context().newPage();
  const colours = await blank.evaluate(coloursIn, picture.toString('base64'));
  await blank.close();
  return new Set(colours);
}

/** The colours of a PNG, each once. To be run in a page. */
export async function coloursIn(base64: string): Promise<string[]> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const drawing = canvas.getContext('2d');
  drawing?.drawImage(bitmap, 0, 0);
  const { data } = drawing?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += 4) {
    seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  }
  return [...seen];
}
