import type { Page } from '@playwright/test';
import type { Measure } from '../measure.ts';
import { CASE, marked, middle, type Session } from './session.ts';

const TIMES = 5;
const LENGTH = 20_000;

/** In the page: when the first mark was seen, and the longest task above 50 ms. */
declare global {
  var bench: { firstMark: number; longest: number };
}

/** Watches a page from its very beginning. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const bench = { firstMark: 0, longest: 0 };
    Object.assign(globalThis, { bench });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        bench.longest = Math.max(bench.longest, duration);
    }).observe({ type: 'longtask' });
    const look = () => {
      if (CSS.highlights.size > 0) bench.firstMark = performance.timeOrigin + performance.now();
      else setTimeout(look, 4);
    };
    look();
  });
}

/** When the panel shows the case of an address, after one it did not show: milliseconds since 1970. */
const filled = (panel: Page, id: string) =>
  panel.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => {
          const isThere =
            document.querySelector('h1')?.textContent?.includes(wanted) &&
            document.querySelector('[data-request]') !== null;
          if (isThere) done(performance.timeOrigin + performance.now());
          else setTimeout(look, 4);
        };
        look();
      }),
    id,
  );

/** From the load of a case to its first mark and to the panel that shows it. */
export async function loadMeasures(session: Session, panel: Page): Promise<Measure[]> {
  const page = await session.open();
  await watch(page);
  const marks: number[] = [];
  const panels: number[] = [];
  const longest: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await page.goto(session.portals.url('demo', 'cases/NG-15-22650'));
    await filled(panel, 'NG-15-22650');
    const seen = filled(panel, CASE);
    await page.goto(session.address);
    await marked(page);
    await page.waitForFunction(() => bench.firstMark > 0);
    const { began, firstMark, held } = await page.evaluate(() => ({
      began: performance.timeOrigin,
      firstMark: bench.firstMark,
      held: bench.longest,
    }));
    marks.push(firstMark - began);
    panels.push((await seen) - began);
    longest.push(held);
  }
  await page.close();
  return [
    {
      id: 'browser/load to first mark, the page’s own loading with it',
      value: middle(marks),
      unit: 'ms',
    },
    { id: 'browser/load to panel filled', value: middle(panels), unit: 'ms' },
    // An entry is made only for tasks above 50 ms; on a busy machine a task may be held up.
    {
      id: 'browser/longest task above 50 ms in the page, best of five loads',
      value: Math.min(...longest),
      unit: 'ms',
      goal: { most: 50 },
    },
  ];
}

/** From the last change of a page's text to the mark on what came, in a case of 20 KB. */
export async function settledMeasure(session: Session): Promise<Measure> {
  const page = await session.open();
  await marked(page);
  await page.evaluate((length) => {
    const notes = document.querySelector('#notes') as HTMLElement;
    const line = notes.textContent.slice(0, 1000);
    while (document.body.textContent.length < length) {
      const more = document.createElement('p');
      more.textContent = line;
      notes.append(more);
    }
  }, LENGTH);
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    times.push(await page.evaluate(timeOfLateRequest));
  }
  await page.close();
  return {
    id: 'browser/text of 20 KB settled to marks on it',
    value: middle(times),
    unit: 'ms',
    goal: { most: 150 },
  };
}

/** In the page: takes the case away until no mark is left, brings it back, and waits for marks in it. */
async function timeOfLateRequest(): Promise<number> {
  const main = document.querySelector('main') as HTMLElement;
  const words = [...main.childNodes];
  const until = (isSo: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => (isSo() ? done() : setTimeout(look, 4));
      look();
    });
  const painted = () => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    return ranges.filter(({ startContainer }) => main.contains(startContainer)).length;
  };
  main.replaceChildren();
  await until(() => painted() === 0);
  // Long enough for the extension to have read that nothing is there.
  await new Promise((rested) => setTimeout(rested, 1500));
  const began = performance.now();
  main.replaceChildren(...words);
  await until(() => painted() > 0);
  return performance.now() - began;
}
