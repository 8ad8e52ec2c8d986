import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allowSite, extensionPage } from './allow-site.ts';
import { launchBrowser } from './browser.ts';
import { test as base, expect } from './fixtures.ts';
import { openCase } from './open-case.ts';
import { waitForMarks } from './painted.ts';
import {
  editSnippet,
  joinTeam,
  type ServedTeam,
  serveTeam,
  state,
  syncNow,
  textsAt,
  textsIn,
  writeSnippet,
} from './team-server.ts';

const test = base.extend<{ served: ServedTeam }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
  served: async ({}, use) => {
    const served = await serveTeam();
    await use(served);
    await served.close();
  },
});

async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('a team is joined, written to by itself, signed out of and left', async ({ ext, served }) => {
  const user = await served.member('ann');
  const page = await joinTeam(ext, served, user);
  await expect(page.getByText(/signed in as .*, may read and write/)).toBeVisible();
  // an edit is sent without anybody asking
  await writeSnippet(page, 'Course', 'A short course.');
  await expect
    .poll(() => textsAt(served), { timeout: 20_000 })
    .toEqual({
      Course: 'A short course.',
    });
  // the guard stands before the team, not before the reader's own library
  await page.getByRole('button', { name: 'New snippet' }).click();
  const form = page.getByRole('form', { name: 'New snippet' });
  await form.getByLabel('Title').fill('Visit');
  await form.getByLabel('Text', { exact: true }).fill('Mr. John Miller, born 04/12/1968.');
  await form.getByLabel('Library').selectOption({ label: 'Test library' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('Not saved.');
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(state(page)).toContainText('Signed out');
  const kept = () =>
    page.evaluate(async () =>
      JSON.stringify([
        await chrome.storage.session.get(null),
        await chrome.storage.local.get(null),
      ]),
    );
  expect(await kept()).not.toContain('word');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('does not accept this name and password')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('word');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(state(page)).toContainText('Synced');

  await page.getByRole('button', { name: 'Leave the team' }).click();
  await page.getByRole('button', { name: 'Leave, and keep the snippets as my own' }).click();
  await expect(page.getByText('You have left the team.')).toBeVisible();
  await page.getByRole('link', { name: 'Snippets' }).click();
  await page.getByRole('searchbox', { name: 'Search snippets' }).fill('Course');
  await expect(page.getByText('A short course.')).toBeVisible();
  const { origins } = await page.evaluate(() => chrome.permissions.getAll());
  expect(origins).toEqual([]);
  expect(await page.evaluate(() => chrome.alarms.getAll())).toEqual([]);
});

test('the connection is tested in plain words before anything is kept', async ({ ext, served }) => {
  const reader = await served.member('cat', 'reader');
  await ext.preApprove(served.address);
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#team'));
  const form = page.getByRole('form', { name: 'Join a team' });
  const server = form.getByLabel('Address of the server');
  const team = form.getByLabel('Team (name of its database)');
  const said = form.getByRole('status');
  await server.fill('http://couch.example');
  await team.fill('appeals');
  await form.getByLabel('User name').fill(reader);
  await form.getByLabel('Password').fill('word');
  const button = form.getByRole('button', { name: 'Test the connection' });
  await button.click();
  await expect(form.getByRole('alert')).toContainText('Only https');
  await server.fill(served.address);
  await team.fill('Appeals!');
  await button.click();
  await expect(form.getByRole('alert')).toContainText('The name of the team');
  await team.fill(served.team.address.database);
  await button.click();
  await expect(said).toHaveText('It works: “Test library”. You may read there, not write.');
  served.server.proxy.faults.push({ status: 200, body: '<html>Sign in</html>' });
  await button.click();
  await expect(said).toContainText('something else answered in its place');
  // a redirect is not followed, and the password is not sent elsewhere
  served.server.proxy.faults.push({
    status: 302,
    headers: { location: 'http://127.0.0.1:9/elsewhere' },
  });
  await button.click();
  await expect(said).toContainText('something else answered in its place');
  await form.getByLabel('Password').fill('no');
  await button.click();
  await expect(said).toContainText('does not accept this name and password');
  await expectNoFaults(page);
  expect(await page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBe(1);
  expect(await textsIn(page)).toEqual({});
  expect(ext.outside.asked).toEqual([]);
});

test('a page of the extension can reach no server, the background that of the team alone', async ({
  ext,
  served,
}) => {
  await joinTeam(ext, served, await served.member('ann'));
  const own = await extensionPage(ext, 'options.html');
  const reach = (url: string) =>
    fetch(url).then(
      () => 'reached',
      () => 'not reached',
    );
  expect(await own.evaluate(reach, `${served.address}/_session`)).toBe('not reached');
  const portal = served.server.proxy.url;
  expect(await ext.worker.evaluate(reach, `${served.address}/_session`)).toBe('reached');
  expect(await ext.worker.evaluate(reach, `${portal}/_session`)).toBe('not reached');
});

test('the site of the team is no portal: nothing runs there until it is allowed as one', async ({
  ext,
  served,
  portals,
}) => {
  const options = await joinTeam(ext, served, await served.member('ann'));
  const address = portals.url('demo', 'cases/NG-15-20417').replace('127.0.0.1', 'localhost');
  const page = await ext.context.newPage();
  await page.goto(address);
  await page.locator('#notes').waitFor();
  expect(await ext.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual(
    [],
  );
  await options.bringToFront();
  await options.getByRole('link', { name: 'Portals' }).click();
  await expect(options.getByText('No site is allowed yet.')).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  // allowed as a portal as well, it is read; taken back, it is the team's server again
  await options.getByLabel('Address of a portal').fill(new URL(address).origin);
  await options.getByRole('button', { name: 'Allow', exact: true }).click();
  await page.bringToFront();
  await waitForMarks(page);
  await options.bringToFront();
  await options.getByRole('button', { name: /^Revoke/ }).click();
  await page.bringToFront();
  await page.waitForFunction(() => CSS.highlights.size === 0);
  await options.bringToFront();
  await syncNow(options);
  await expect(state(options)).toContainText('Synced');
});

test('two people edit one text at once: both versions side by side, brought together, none lost', async ({
  ext,
  served,
}) => {
  test.setTimeout(120_000);
  const second = await launchBrowser();
  try {
    const ann = await joinTeam(ext, served, await served.member('ann'));
    const ben = await joinTeam(second, served, await served.member('ben'));
    await writeSnippet(ann, 'Course', 'No relief after six weeks of care.');
    await syncNow(ann);
    await syncNow(ben);
    expect(await textsIn(ben)).toEqual({ Course: 'No relief after six weeks of care.' });
    // neither hears of the other before it has written
    served.server.proxy.faults.push({ cut: 'before', times: 1_000 });
    await editSnippet(ann, 'Course', 'Little relief after six weeks of care.');
    await editSnippet(ben, 'Course', 'No relief after six weeks of treatment.');
    await syncNow(ben);
    await expect(state(ben)).toContainText('Offline');
    served.server.proxy.faults.length = 0;
    await syncNow(ann);
    await expect(state(ann)).toContainText('Synced');
    await syncNow(ben);
    await expect(state(ben)).toContainText('1 text was changed by two people');

    await ben.getByRole('button', { name: 'Compare Course' }).click();
    await expect(ben.getByRole('heading', { name: 'Course' })).toBeFocused();
    await expect(ben.getByRole('region', { name: 'Yours' }).locator('ins')).toContainText([
      'No',
      'treatment',
    ]);
    await expect(ben.getByRole('region', { name: 'The team’s' }).locator('ins')).toContainText([
      'Little',
      'care',
    ]);
    const merged = ben.getByRole('form', { name: 'Bring together' }).getByLabel('Text');
    await expect(merged).toHaveValue('Little relief after six weeks of treatment.');
    await expectNoFaults(ben);
    // what is added by hand goes through the guard
    await merged.fill('Little relief after six weeks, Mr. John Miller.');
    await ben.getByRole('button', { name: 'Save what is brought together' }).click();
    await expect(ben.getByRole('alert')).toContainText('John Miller');
    await merged.fill('Little relief after six weeks of treatment.');
    await ben.getByRole('button', { name: 'Save what is brought together' }).press('Enter');
    await expect(ben.getByText('Settled. It is sent to the team.')).toBeVisible();
    await syncNow(ben);
    await syncNow(ann);
    const expected = { Course: 'Little relief after six weeks of treatment.' };
    expect(await textsIn(ann)).toEqual(expected);
    expect(await textsIn(ben)).toEqual(expected);
    expect(await textsAt(served)).toEqual(expected);
    const [kept] = [...(await served.team.contents()).values()];
    expect(kept?.history.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Little relief after six weeks of care.',
        'No relief after six weeks of treatment.',
      ]),
    );
  } finally {
    await second.close();
  }
});

test('500 snippets written offline in each of two browsers all arrive once', async ({
  ext,
  served,
}) => {
  test.setTimeout(180_000);
  const second = await launchBrowser();
  try {
    const ann = await joinTeam(ext, served, await served.member('ann'));
    const ben = await joinTeam(second, served, await served.member('ben'));
    served.server.proxy.faults.push({ cut: 'before', times: 1_000 });
    for (const [page, name] of [
      [ann, 'ann'],
      [ben, 'ben'],
    ] as const) {
      await page.getByRole('link', { name: 'Snippets' }).click();
      await page.getByLabel('Import into').selectOption({ label: 'Test library' });
      await page.getByLabel('File with snippets').setInputFiles({
        name: 'many.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(manySnippets(name, 500))),
      });
      await expect(page.getByText('Test library: 500 added')).toBeVisible({ timeout: 30_000 });
      await syncNow(page);
      await expect(state(page)).toContainText('500 changes wait to be sent.');
    }
    served.server.proxy.faults.length = 0;
    // both at once, and the server is killed amid it
    const both = () => Promise.all([syncNow(ann), syncNow(ben)]);
    const first = both();
    await expect
      .poll(() => served.server.proxy.seen.filter((line) => /_bulk_docs/.test(line)).length)
      .toBeGreaterThan(1);
    await served.server.pouch?.kill();
    await first;
    served.server.proxy.upstream = (await served.server.pouch?.start()) ?? '';
    for (let round = 0; round < 2; round++) await both();
    await expect(state(ann)).toContainText('Synced');
    await expect(state(ben)).toContainText('Synced');
    const at = await textsAt(served);
    expect(Object.keys(at)).toHaveLength(1_000);
    expect(await textsIn(ann)).toEqual(at);
    expect(await textsIn(ben)).toEqual(at);
  } finally {
    await second.close();
  }
});

test('a stop of the worker signs nobody out, and what waits is sent by the next', async ({
  ext,
  served,
}) => {
  const page = await joinTeam(ext, served, await served.member('ann'));
  served.server.proxy.faults.push({ cut: 'before', times: 1_000 });
  await writeSnippet(page, 'Course', 'A short course.');
  const { targetInfos } = await ext.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(ext.id),
  );
  await ext.cdp.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
  const alarms = await page.evaluate(() => chrome.alarms.getAll());
  expect(alarms.map(({ name }) => name)).toEqual(['team-sync']);
  served.server.proxy.faults.length = 0;
  // what the browser says when the network is back
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => textsAt(served)).toEqual({ Course: 'A short course.' });
});

test('an administrator sets up a team and its members in the options', async ({ ext, served }) => {
  await ext.preApprove(served.address);
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#team'));
  await page.getByText('Set up a server for a team').click();
  const form = page.getByRole('form', { name: 'Set up a server for a team' });
  await form.getByLabel('Address of the server').fill(served.address);
  await form.getByLabel('Team (name of its database)').fill('appeals');
  await form.getByLabel('What the team is called').fill('Appeals, south');
  await form.getByLabel('Administrator’s name at the server').fill(served.server.admin.user);
  await form.getByLabel('Administrator’s password').fill(served.server.admin.password);
  await form.getByLabel('Members who write').fill('ann\nben:x');
  await form.getByRole('button', { name: 'Set up' }).click();
  await expect(form.getByRole('status').first()).toContainText('“ben:x” is no name');
  await form.getByLabel('Members who write').fill('ann');
  await form.getByLabel('Members who read').fill('cat');
  await form.getByRole('button', { name: 'Set up' }).click();
  await expect(form.getByText('“Appeals, south” is set up.')).toBeVisible();
  const line = await form.getByText(/^ann \(appeals-editor\): /).textContent();
  await expectNoFaults(page);
  const password = line?.split(': ')[1] ?? '';
  const join = page.getByRole('form', { name: 'Join a team' });
  await join.getByLabel('Address of the server').fill(`${served.address}/appeals`);
  await join.getByLabel('User name').fill('ann');
  await join.getByLabel('Password').fill(password);
  await join.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Team “Appeals, south”' })).toBeVisible();
  await expect(page.getByText(/signed in as .*, may read and write/)).toBeVisible();
});

test('the panel says how the team stands, offers its snippets, and leads to the options', async ({
  ext,
  served,
  portals,
}) => {
  const options = await joinTeam(ext, served, await served.member('ann'));
  await writeSnippet(options, 'Twitch of the team', 'The team asks for a twitch.');
  await options.close();
  const { panel } = await openCase(ext, portals, 'NG-15-21183');
  await panel.locator('.req__head').first().click();
  await panel.locator('[data-key="draft"]').waitFor();
  await panel.locator('[data-stop*="/"][aria-expanded="false"]').first().click();
  await expect(panel.locator('.teamline')).toContainText('Team:');
  await panel.getByRole('button', { name: /for this question$/ }).click();
  await panel.getByRole('searchbox', { name: 'Search snippets' }).fill('Twitch of the team');
  await expect(panel.locator('.snippet__title').first()).toContainText('Twitch of the team');
  const opened = ext.context.waitForEvent('page');
  await panel.locator('.teamline').getByRole('button').click();
  await expect((await opened).getByRole('heading', { name: 'Team', exact: true })).toBeVisible();
});

test('everything is deleted with the team, its password and its site', async ({
  ext,
  served,
  portals,
}) => {
  await allowSite(ext, portals.url('demo', 'cases/NG-15-21183'));
  const page = await joinTeam(ext, served, await served.member('ann'), { stay: true });
  await writeSnippet(page, 'Course', 'A short course.');
  await page.getByRole('link', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything was deleted.')).toBeVisible();
  const left = await page.evaluate(async () => ({
    session: await chrome.storage.session.get(null),
    local: await chrome.storage.local.get(null),
    origins: (await chrome.permissions.getAll()).origins,
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
  }));
  expect(left).toEqual({ session: {}, local: {}, origins: [], alarms: [] });
  expect(await textsIn(page)).toEqual({});
});

function manySnippets(name: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `${name}-${index}`,
    title: `${name} ${index}`,
    text: `Text ${index} on courses, in the words of ${name}.`,
    criteria: [],
    treatments: [],
    jurisdiction: 'California',
    tags: [],
    status: 'approved',
    version: 1,
    author: 'M. Lead',
    changed: '2026-03-03T09:00:00Z',
    changeNote: '',
    history: [],
    confidence: 'to-be-verified',
    sources: [],
  }));
}
