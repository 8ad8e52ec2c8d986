import { expect, test } from 'vitest';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { press } from './controls.ts';
import { patience } from './firefox.ts';
import { allowSite } from './review.ts';
import { coloursOf, waitForMarks } from './seen.ts';
import { useFirefox } from './use-firefox.ts';

const used = useFirefox();
const neck = 'cases/NG-15-20417';

test('a preference is stored, and the open page follows it at once', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  const isPainted = () =>
    page.evaluate((name) => CSS.highlights.has(name), highlightName('supports', 'light'));
  await expect.poll(isPainted, patience).toBe(true);
  await own.evaluate(() => {
    location.hash = 'marks';
  });
  await own.bringToFront();
  await press(own, 'Supports');
  await page.bringToFront();
  await expect.poll(isPainted, patience).toBe(false);
  expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);

  await own.bringToFront();
  await press(own, 'Supports');
  await press(own, 'Violet and ochre');
  await page.bringToFront();
  await expect.poll(isPainted, patience).toBe(true);
  // The style of the old colours is taken out, that of the new ones put in.
  await expect.poll(() => coloursOf(page, '#case', own), patience).not.toContain('33,98,157');
  await page.close();
  await own.close();
});
