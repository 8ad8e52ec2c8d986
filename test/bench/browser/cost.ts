import type { CDPSession, Page } from '@playwright/test';
import { markThousands } from './many-marks.ts';
import { marked, metering, metric, type Session } from './session.ts';

const TURNS = 5;
const KEYS = 20;
const PARAGRAPHS = 2_600;
const WORDS = /twitch response|radiculopathy/g;
const LAST = `Visit ${PARAGRAPHS - 1}:`;
/** Milliseconds in which nothing happens, so that keys alone are measured. */
const REST = 1_500;
const STORM = 4_000;

/** Fills a page with so much evidence that 5,000 marks have a place, and gives a field to write in. */
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

/** What a keystroke costs in a page full of evidence, and the heap of its process. */
export interface PageCost {
  /** milliseconds of CPU in the page's tasks, best of five turns of 20 */
  key: number;
  /** milliseconds of CPU in the page's tasks when typing has ended: what was typed is read */
  reading: number;
  /** megabytes */
  heap: number;
  /** marks in the page while keys were struck */
  marks: number;
}

export async function costOfPage(
  session: Session,
  { isMarked }: { isMarked: boolean },
): Promise<PageCost> {
  const page = await session.open();
  if (isMarked) await marked(page);
  await fillWithEvidence(page);
  const meter = await metering(page);
  const field = page.locator('#bench-field');
  const costs: number[] = [];
  const readings: number[] = [];
  let marks = isMarked ? Number.POSITIVE_INFINITY : 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await field.fill('');
    await field.focus();
    // What was typed is read and reviewed once the page rests, and the review's own marks come back.
    await page.waitForTimeout(REST);
    if (isMarked) marks = Math.min(marks, await marksOnceRead(session));
    await page.waitForTimeout(REST);
    const before = await metric(meter, 'TaskDuration');
    await strike(meter);
    const struck = await metric(meter, 'TaskDuration');
    costs.push(((struck - before) / KEYS) * 1000);
    await page.waitForTimeout(REST);
    readings.push(((await metric(meter, 'TaskDuration')) - struck) * 1000);
  }
  await meter.send('HeapProfiler.collectGarbage');
  const heap = (await metric(meter, 'JSHeapUsedSize')) / 1_000_000;
  await page.close();
  return { key: Math.min(...costs), reading: Math.min(...readings), heap, marks };
}

/** Strikes keys without a pause in which the page would be read. */
async function strike(meter: CDPSession): Promise<void> {
  const words = 'twitch '.repeat(KEYS).slice(0, KEYS);
  const sent = [...words].flatMap((text) => [
    meter.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }),
    meter.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
  ]);
  await Promise.all(sent);
}

async function marksOnceRead(session: Session): Promise<number> {
  for (let tries = 0; tries < 240; tries += 1) {
    const sent = await markThousands(session, WORDS, LAST);
    if (sent > 0) return sent;
    await new Promise((rested) => setTimeout(rested, 250));
  }
  return Number.NaN;
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
