import { highlightName } from '../../lib/marking/style-sheet.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

/** Low back case: no radiculopathy is conflicting; trigger point injections are asked for. */
const lowBack = 'NG-15-21183';

const letter = [
  'Trigger point injections: denied',
  'The examination shows no radiculopathy. The request for Botox is not medically necessary.',
].join('\n');

test('a letter is held against the record while it is written, and is kept nowhere', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await panel.getByRole('button', { name: 'Letter', exact: true }).click();
  const remarks = panel.getByRole('region', { name: 'Remarks on the letter' });
  await expect(remarks).toContainText('No letter yet.');

  await panel.getByRole('textbox', { name: 'Check a letter' }).fill(letter);
  await expect(remarks.locator('[data-finding="letter/no-citation"]')).toBeVisible();
  await expect(remarks.locator('[data-finding="letter/other-item"]')).toContainText('Botox');
  const otherSide = remarks.locator('[data-finding="letter/contrary-evidence-ignored"]');
  await expect(otherSide).toContainText('left L5 radiculopathy');

  await otherSide.getByRole('button', { name: 'show', exact: true }).first().click();
  await expect
    .poll(() =>
      page.evaluate(
        (name) => CSS.highlights.get(name)?.size ?? 0,
        highlightName('current', 'light'),
      ),
    )
    .toBeGreaterThan(0);

  const kept = await panel.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );
  expect(kept).not.toContain('Botox');
});
