import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepPassword, passwordFor } from '../../entrypoints/background/team/password.ts';
import { alarmName, TeamRounds } from '../../entrypoints/background/team/rounds.ts';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';

const address = 'https://couch.example/appeals';

/** What the server was asked, how many at once at most, and how it answers. */
let asked: string[];
let most: number;
let answer: () => Promise<Response>;

beforeEach(async () => {
  asked = [];
  most = 0;
  let now = 0;
  answer = async () => Response.json({ error: 'busy' }, { status: 503 });
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit) => {
    signal?.throwIfAborted();
    asked.push(new URL(url).pathname);
    now += 1;
    most = Math.max(most, now);
    try {
      return await answer();
    } finally {
      now -= 1;
    }
  });
  Object.assign(browser, {
    permissions: { contains: async () => true },
    runtime: { ...browser.runtime, getPlatformInfo: async () => ({}) },
  });
  const { teams } = await openLibrary();
  await teams.put({
    ...{ library: 'team', address, user: 'ann', canEdit: true, secret: null, checkpoint: null },
    ...{ syncedAt: null, problem: null, retryAt: null, failures: 0 },
  });
  await keepPassword({ address, user: 'ann' }, 'word');
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test('never two rounds at once, and however many ask, one more is run', async () => {
  const rounds = new TeamRounds(async () => undefined);
  const first = rounds.run('time');
  await expect.poll(() => asked.length).toBe(1);
  await Promise.all([first, rounds.run('time'), rounds.run('online'), rounds.run('asked')]);
  // a person’s wish is not held up by the failure of the round before
  expect(asked).toEqual(['/appeals', '/appeals']);
  expect(most).toBe(1);
});

test('two workers over one library take turns', async () => {
  const [one, other] = [
    new TeamRounds(async () => undefined),
    new TeamRounds(async () => undefined),
  ];
  await Promise.all([one.run('asked'), other.run('asked')]);
  expect(asked).toHaveLength(2);
  expect(most).toBe(1);
});

test('after a failure the alarm is for the next try; after a refused password there is none', async () => {
  const rounds = new TeamRounds(async () => undefined);
  await rounds.run('time');
  const alarm = await browser.alarms.get(alarmName);
  expect(alarm?.scheduledTime).toBeGreaterThan(Date.now() + 25_000);
  answer = async () => Response.json({ error: 'unauthorized' }, { status: 401 });
  await rounds.run('asked');
  expect(await browser.alarms.get(alarmName)).toBeUndefined();
  expect(await passwordFor({ address, user: 'ann' })).toBeNull();
  asked = [];
  await rounds.run('asked');
  expect(asked).toEqual([]);
});

test('leaving ends the round that runs, and waits until it is over', async () => {
  const rounds = new TeamRounds(async () => undefined);
  let reached = () => {};
  const isAsked = new Promise<void>((done) => {
    reached = done;
  });
  let end = (_: Response) => {};
  answer = () => {
    reached();
    return new Promise((done) => {
      end = done;
    });
  };
  const running = rounds.run('time');
  await isAsked;
  const held = rounds.hold(async () => {
    const { teams } = await openLibrary();
    await teams.clear();
  });
  end(Response.json({ update_seq: '1-x', instance_start_time: '0' }));
  await Promise.all([running, held]);
  const { teams, snippets } = await openLibrary();
  expect([await teams.count(), await snippets.count()]).toEqual([0, 0]);
});

test('a password is given to its own database and user alone', async () => {
  expect(await passwordFor({ address, user: 'ann' })).toBe('word');
  expect(await passwordFor({ address: `${address}2`, user: 'ann' })).toBeNull();
  expect(await passwordFor({ address, user: 'ben' })).toBeNull();
});
