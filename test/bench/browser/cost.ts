import type { Page } from '@playwright/test';
import { marked, metering, metric, type Session } from './session.ts';

const KEYS = 60;
const PARAGRAPHS = 2_600;
const STORM = 4_000;

/** Fills a page with so much evidence that thousands of marks lie in it, and gives a field to write in. */
async function fillWithEvidence(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const notes = document.querySelector('#notes') as HTMLElement;
    for (let at = 0; at < count; at += 1) {
      const more = document.createElement('p');
      more.textContent = `Visit ${at}: positive twitch response on palpation of the left upper trapezius with referred pain. No evidence of radiculopathy.`;
      notes.append(more);
    }
    const field = document.createElement('input');
    field.id = 'bench-field';
    document.querySelector('main')?.prepend(field);
  }, PARAGRAPHS);
}

/** Milliseconds of the page's tasks for one keystroke, best of three. */
async function keystroke(page: Page): Promise<number> {
  const session = await metering(page);
  await page.locator('#bench-field').focus();
  const costs: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const before = await metric(session, 'TaskDuration');
    await page.keyboard.type('twitch '.repeat(KEYS).slice(0, KEYS), { delay: 30 });
    costs.push((((await metric(session, 'TaskDuration')) - before) / KEYS) * 1000);
    await page.locator('#bench-field').fill('');
  }
  return Math.min(...costs);
}

/** What a keystroke costs a page full of evidence, and how much heap the page holds then. */
export async function costOfPage(
  session: Session,
  { isMarked }: { isMarked: boolean },
): Promise<{ key: number; heap: number }> {
  const page = await session.open();
  if (isMarked) await marked(page);
  await fillWithEvidence(page);
  if (isMarked) await readThrough(page);
  const key = await keystroke(page);
  const meter = await metering(page);
  await meter.send('HeapProfiler.collectGarbage');
  const heap = await metric(meter, 'JSHeapUsedSize');
  await page.close();
  return { key, heap: heap / 1_000_000 };
}

/** Waits until a paragraph near the end, brought into view, is marked too; then goes back. */
async function readThrough(page: Page): Promise<void> {
  await page.locator('#notes > p').last().scrollIntoViewIfNeeded();
  await page.waitForFunction(
    () =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some(({ startContainer }) =>
          startContainer.textContent?.startsWith('Visit 25'),
        ),
      ),
    undefined,
    { timeout: 120_000 },
  );
  await page.evaluate(() => scrollTo(0, 0));
}

/** The share of time that tasks take in a page that changes all of its notes ten times a second. */
export async function costOfStorm(session: Session): Promise<number> {
  const page = await session.open('?storm');
  const meter = await metering(page);
  const before = await metric(meter, 'TaskDuration');
  await page.waitForTimeout(STORM);
  const after = await metric(meter, 'TaskDuration');
  await page.close();
  return ((after - before) / STORM) * 1000 * 100;
}
