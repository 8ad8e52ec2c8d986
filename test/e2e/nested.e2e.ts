import { openAllowed, patience, reviewShown } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { waitForMarks } from './painted.ts';
import { coloursAt } from './pixels.ts';

test('frames and closed shadow roots are read and marked like the page around them', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<h1>Addendum</h1><p>Exam: no twitch response on palpation.</p>';
    const host = document.createElement('x-note');
    host.attachShadow({ mode: 'closed' }).innerHTML = '<p>Palpation evokes referred pain.</p>';
    const elsewhere = document.createElement('iframe');
    elsewhere.src = 'http://localhost:9/report';
    document.querySelector('main')?.prepend(host, frame, elsewhere);
  });
  const evidence = async () =>
    ((await reviewShown(own)).case?.review?.requests ?? [])
      .flatMap(({ criteria }) => criteria)
      .flatMap((criterion) => criterion.evidence.map(({ quote }) => quote))
      .join('\n');
  await expect.poll(evidence, patience).toMatch(/no twitch response on palpation/);
  await expect.poll(evidence, patience).toMatch(/Palpation evokes referred pain/);

  const { case: shown } = await reviewShown(own);
  expect(shown?.documents.map(({ name }) => name)).toContain('Addendum');
  // A frame of a site that was not allowed is named as not read.
  expect(shown?.documents[0]?.unread).toContainEqual({
    code: 'CG-103',
    what: 'localhost:9',
    site: 'http://localhost/*',
  });

  const frame = page.frames().find((one) => one.url() === 'about:srcdoc');
  await frame?.waitForFunction(() => CSS.highlights.size > 0);
  // Supports, on light ground: #21629d.
  const box = await page.locator('x-note').boundingBox();
  await expect
    .poll(async () => [...(await coloursAt(page, box ?? { x: 0, y: 0, width: 0, height: 0 }))])
    .toContain('33,98,157');
});
