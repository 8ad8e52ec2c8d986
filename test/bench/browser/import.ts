import { sample } from '../../snippets/sample.ts';
import type { Session } from './session.ts';

const MANY = 10_000;

/** Seconds from the choice of a file with 10,000 snippets until the options say they are there. */
export async function importInBrowser({ ext }: Session): Promise<number> {
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#snippets'));
  const snippets = Array.from({ length: MANY }, (_, at) =>
    sample(`s-${at}`, { title: `Course ${at}`, text: `Point ${at} of short courses.` }),
  );
  const field = page.getByLabel('File with snippets');
  await field.waitFor({ state: 'attached' });
  const buffer = Buffer.from(JSON.stringify(snippets));
  const began = performance.now();
  await field.setInputFiles({ name: 'many.json', mimeType: 'application/json', buffer });
  await page.getByText(`My snippets: ${MANY} added`).waitFor({ timeout: 60_000 });
  const took = performance.now() - began;
  await page.close();
  return took / 1000;
}
