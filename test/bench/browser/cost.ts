import type { CDPSession, Page } from '@playwright/test';
import { markThousands } from './many-marks.ts';
import { marked, metering, metric, middle, type Session } from './session.ts';

/** The middle one counts: a turn in which the machine was held up, or was not, says little. */
const TURNS = 9;
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
  /** milliseconds of CPU in the page's tasks, the middle of the turns */
  key: number;
  /** milliseconds of CPU in the page's tasks when typing has ended: what was typed is read */
  reading: number;
  /** megabytes */
  heap: number;
  /** the fewest marks in the page while keys were struck */
  marks: number;
}

/** A page full of evidence in which keys are struck, and what that cost in each turn so far. */
interface TypedIn {
  page: Page;
  meter: CDPSession;
  keys: number[];
  readings: number[];
  marks: number[];
}

/**
 * The same page with the extension and, under another name of its host, which is not allowed, without:
 * keys are struck in one and then in the other, so that what else the machine does meets both.
 */
export async function costOfPages(
  session: Session,
): Promise<{ withIt: PageCost; without: PageCost }> {
  const other = await session.open('', session.otherAddress);
  const own = await session.open();
  await marked(own);
  const [without, withIt] = [await prepare(other), await prepare(own)];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await takeTurn(without, async () => 0);
    await takeTurn(withIt, () => marksOnceRead(session));
  }
  return { withIt: await costOf(withIt), without: await costOf(without) };
}

async function prepare(page: Page): Promise<TypedIn> {
  await fillWithEvidence(page);
  return { page, meter: await metering(page), keys: [], readings: [], marks: [] };
}

async function takeTurn(typed: TypedIn, mark: () => Promise<number>): Promise<void> {
  const { page, meter } = typed;
  const field = page.locator('#bench-field');
  await page.bringToFront();
  await field.fill('');
  await field.focus();
  // What was typed is read and reviewed once the page rests, and the review's own marks come back.
  await page.waitForTimeout(REST);
  typed.marks.push(await mark());
  await page.waitForTimeout(REST);
  const before = await metric(meter, 'TaskDuration');
  await strike(meter);
  const struck = await metric(meter, 'TaskDuration');
  typed.keys.push(((struck - before) / KEYS) * 1000);
  await page.waitForTimeout(REST);
  typed.readings.push(((await metric(meter, 'TaskDuration')) - struck) * 1000);
}

async function costOf({ page, meter, keys, readings, marks }: TypedIn): Promise<PageCost> {
  await meter.send('HeapProfiler.collectGarbage');
  const heap = (await metric(meter, 'JSHeapUsedSize')) / 1_000_000;
  await page.close();
  return { key: middle(keys), reading: middle(readings), heap, marks: Math.min(...marks) };
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
