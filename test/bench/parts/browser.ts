import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../../lib/guidelines/vocabulary.ts';
import { launchBrowser } from '../../e2e/browser.ts';
import { startPortals } from '../../portals/server.ts';
import { costOfPages, costOfStorm } from '../browser/cost.ts';
import { loadMeasures, settledMeasure } from '../browser/first-mark.ts';
import { importInBrowser } from '../browser/import.ts';
import { markJs } from '../browser/mark-js.ts';
import { type Session, sessionOf } from '../browser/session.ts';
import { plainPhrases } from '../language-speed.ts';
import type { BenchPart, Measure } from '../measure.ts';

const LOOP = 'browser/bare loop over charCodeAt of 100 MB in a page';

/** Milliseconds of the loop that tells how fast the browser is on this machine now. */
async function bareLoop({ ext }: Session): Promise<number> {
  const page = await ext.context.newPage();
  const took = await page.evaluate(() => {
    const text = 'x'.repeat(1_000_000);
    const began = performance.now();
    let sum = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
    }
    return sum === 0 ? Number.NaN : performance.now() - began;
  });
  await page.close();
  return took;
}

async function measureAll(session: Session): Promise<Measure[]> {
  const loop = await bareLoop(session);
  const calm = await costOfStorm(session);
  const phrases = plainPhrases(vocabularyOf(await shippedRulebook()));
  const peer = await markJs(session, phrases);
  const panel = await session.allow();
  const loads = await loadMeasures(session, panel);
  const settled = await settledMeasure(session);
  const { withIt, without } = await costOfPages(session);
  const storm = await costOfStorm(session);
  const imported = await importInBrowser(session);
  const wide = { against: LOOP, tolerance: 3 };
  return [
    { id: LOOP, value: loop, unit: 'ms' },
    ...[...loads, settled].map((measure) => ({ ...wide, ...measure })),
    {
      id: 'browser/peer: mark.js with one RegExp of plain phrases, the same case',
      value: peer,
      unit: 'ms',
    },
    {
      id: 'browser/one keystroke in a page with 5,000 passages, without',
      value: without.key,
      unit: 'ms',
    },
    {
      id: 'browser/one keystroke in a page with 5,000 passages, with',
      value: withIt.key,
      unit: 'ms',
    },
    {
      id: 'browser/what was typed is read: the page’s thread, in a page of 340,000 characters',
      value: withIt.reading - without.reading,
      unit: 'ms',
    },
    {
      id: 'browser/marks in that page',
      value: withIt.marks,
      unit: '',
      goal: { least: 5000 },
    },
    {
      id: 'browser/one keystroke, with of without',
      value: withIt.key / without.key,
      unit: 'times',
      goal: { most: 1.1 },
      against: 'as-is',
    },
    { id: 'browser/mutation storm: share of the page’s thread, without', value: calm, unit: '%' },
    { id: 'browser/mutation storm: share of the page’s thread, with', value: storm, unit: '%' },
    {
      id: 'browser/heap of the page with 5,000 passages, without',
      value: without.heap,
      unit: 'MB',
    },
    {
      id: 'browser/heap of the page with 5,000 passages, with',
      value: withIt.heap,
      unit: 'MB',
      against: 'as-is',
      tolerance: 1.5,
    },
    {
      id: 'browser/import of 10,000 snippets in the options',
      value: imported.clock,
      unit: 's',
      goal: { most: 2 },
      ...wide,
    },
    {
      id: 'browser/the same import: the page’s thread',
      value: imported.own,
      unit: 's',
    },
  ];
}

/** The built extension in Chromium, on the demo portal. */
export const browser: BenchPart = {
  name: 'browser',
  title: 'In Chromium, by the clock (npm run build before)',
  async measure(): Promise<Measure[]> {
    const portals = await startPortals();
    const ext = await launchBrowser();
    try {
      return await measureAll(sessionOf(ext, portals));
    } finally {
      await ext.close();
      await portals.close();
    }
  },
};
