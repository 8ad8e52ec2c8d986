import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../snippets/sample.ts';
import { metering, metric, type Session } from './session.ts';

const MANY = 10_000;

/** What it takes from the choice of a file with 10,000 snippets until the options say they are there. */
export interface ImportCost {
  /** seconds by the clock */
  clock: number;
  /** seconds of CPU in tasks of the options page */
  own: number;
}

export async function importInBrowser({ ext }: Session): Promise<ImportCost> {
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#snippets'));
  const snippets = Array.from({ length: MANY }, (_, at) =>
    sample(`s-${at}`, { title: `Course ${at}`, text: `Point ${at} of short courses.` }),
  );
  // A file on disk, as one is chosen: the debugger would hand the page a buffer letter by letter.
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-import-'));
  const file = join(folder, 'many.json');
  writeFileSync(file, JSON.stringify(snippets));
  const field = page.getByLabel('File with snippets');
  await field.waitFor({ state: 'attached' });
  const meter = await metering(page);
  const before = await metric(meter, 'TaskDuration');
  const began = performance.now();
  await field.setInputFiles(file);
  await page.getByText(`My snippets: ${MANY} added`).waitFor({ timeout: 60_000 });
  const clock = (performance.now() - began) / 1000;
  const own = (await metric(meter, 'TaskDuration')) - before;
  await page.close();
  rmSync(folder, { recursive: true });
  return { clock, own };
}
