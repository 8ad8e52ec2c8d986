import type { Page } from '@playwright/test';
import { addMember } from '../../lib/library/sync/team-setup.ts';
import { rolesOf } from '../../lib/library/sync/validation-document.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import { startTestServer, type TestServer, TestTeam } from '../sync/team.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect } from './fixtures.ts';

/** A team library on the stand-in server, reached as a site of its own beside the portals. */
export interface ServedTeam {
  server: TestServer;
  team: TestTeam;
  /** Of the server, as a person types it: portals are on 127.0.0.1. */
  address: string;
  /** Makes an account; its password is "word". */
  member(name: string, role?: 'editor' | 'reader'): Promise<string>;
  close(): Promise<void>;
}

export async function serveTeam(): Promise<ServedTeam> {
  const server = await startTestServer();
  const team = await TestTeam.make(server);
  return {
    server,
    team,
    address: server.proxy.url.replace('127.0.0.1', 'localhost'),
    async member(name, role = 'editor') {
      const user = `${name}-${team.address.database}`;
      await addMember(team.admin, user, rolesOf(team.address.database)[role], 'word');
      return user;
    },
    async close() {
      await team.end();
      await server.stop();
    },
  };
}

/** Joins by the form of the options, as a person does; the page shows the team's part. */
export async function joinTeam(
  ext: LoadedBrowser,
  { address, team }: ServedTeam,
  user: string,
  { stay = false } = {},
): Promise<Page> {
  await ext.preApprove(address);
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#team'));
  const form = page.getByRole('form', { name: 'Join a team' });
  await form.getByLabel('Address of the server').fill(address);
  await form.getByLabel('Team (name of its database)').fill(team.address.database);
  await form.getByLabel('User name').fill(user);
  await form.getByLabel('Password').fill('word');
  if (stay) await form.getByLabel('Stay signed in').check();
  await form.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: /^Team “/ })).toBeVisible();
  await expect(state(page)).toContainText('Synced');
  return page;
}

/** The line that says how the team's library stands. */
export function state(page: Page) {
  return page.locator('.teamstate');
}

/** Writes a snippet to the team's library, in the options. */
export async function writeSnippet(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Snippets' }).click();
  await page.getByRole('button', { name: 'New snippet' }).click();
  const form = page.getByRole('form', { name: 'New snippet' });
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Text', { exact: true }).fill(text);
  await form.getByLabel('Library').selectOption({ label: 'Test library' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

/** Changes the text of a snippet, in the options. */
export async function editSnippet(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Snippets' }).click();
  await page.getByRole('searchbox', { name: 'Search snippets' }).fill(title);
  await page.getByRole('button', { name: `Edit ${title}` }).click();
  const form = page.getByRole('form', { name: title });
  await form.getByLabel('Text', { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Sync now' }).click();
  // a round of a thousand texts, on a machine that others use as well
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled({ timeout: 60_000 });
}

/** Titles and texts of the team's library as the browser has them. */
export function textsIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open('caseglass');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('snippets').objectStore('snippets').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const rows = all.result.filter(
              ({ library, deleted }) => library === 'team' && deleted === 0,
            );
            resolve(
              Object.fromEntries(rows.map(({ snippet }) => [snippet.title, snippet.text] as const)),
            );
          };
        };
      }),
  );
}

/** Titles and texts of what the server has. */
export async function textsAt({ team }: ServedTeam): Promise<Record<string, string>> {
  const all: Snippet[] = [...(await team.contents()).values()];
  return Object.fromEntries(all.map(({ title, text }) => [title, text]));
}
