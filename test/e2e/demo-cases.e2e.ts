import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/processes.mjs';
import { reviewText } from '../setup/review-text.ts';
import { expect, test } from './fixtures.ts';

const SHOWS: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, 'test/portals/demo/shows.json'), 'utf8'),
);

for (const [id, expected] of Object.entries(SHOWS)) {
  test(`${id} shows the verdicts it was written for`, async ({ ext, portals }) => {
    const page = await ext.context.newPage();
    await page.goto(portals.url('demo', `cases/${id}`));
    await page.locator('#notes').waitFor();
    const { requests } = await reviewText(await page.locator('main').innerText());
    const found = requests.flatMap(({ criteria }) => criteria);
    const verdicts = Object.fromEntries(
      Object.keys(expected).map((name) => [name, found.find((c) => c.id === name)?.verdict]),
    );
    expect(verdicts).toEqual(expected);
  });
}
