import { afterEach, describe, expect, test, vi } from 'vitest';
import { faultCodes } from '../../lib/case/fault.ts';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { MarkSheet, PageText } from '../../lib/messaging/protocol.ts';
import {
  type BackgroundWorker,
  type BrowserWorld,
  fromPanel,
  newWorld,
  startWorker,
  pageText as text,
} from './browser-world.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const read = (worker: BackgroundWorker, more: Partial<PageText> = {}) =>
  worker.send({ way: 'pageToBackground', name: 'textRead', body: { ...text, ...more } });
const tell = (worker: BackgroundWorker, name: string, body: unknown) =>
  worker.send({ way: 'panelToBackground', name, body }, fromPanel);

async function shownBy(worker: BackgroundWorker): Promise<ActiveReview> {
  const answer = await tell(worker, 'getActiveReview', { windowId: 1 });
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: ActiveReview }).value;
}

/** The page with its reader, which takes marks and is asked to read again. */
async function start(world: BrowserWorld): Promise<BackgroundWorker> {
  const worker = await startWorker(world);
  world.frames.set('1 0', ({ name }) => {
    if (name === 'readAgain') void read(worker);
    return { ok: true, value: null };
  });
  return worker;
}

const verdict = ({ case: open }: ActiveReview) => open?.review?.requests[0]?.criteria[0]?.verdict;
const marks = (world: BrowserWorld) =>
  (world.told.get('1 0 paintMarks') as MarkSheet | undefined)?.marks.length ?? 0;
const full = new Error('Session storage quota bytes exceeded.');

/** What the browser may fail at in a review, and whether the review comes all the same. */
const failures: [string, 'reviewed' | 'not reviewed'][] = [
  ['session.get', 'reviewed'],
  ['session.set', 'reviewed'],
  ['session.remove', 'reviewed'],
  ['tabs.get', 'reviewed'],
  ['tabs.sendMessage', 'reviewed'],
  ['action.badge', 'reviewed'],
  ['scripting.insertCSS', 'reviewed'],
  ['alarms.create', 'reviewed'],
  ['runtime.sendMessage', 'reviewed'],
  ['fetch', 'not reviewed'],
];

describe.each(failures)('where the browser fails at %s', (name, outcome) => {
  test(`the case is ${outcome}, said, and right once it works again`, async () => {
    const world = newWorld();
    world.failing.set(name, new Error('failed'));
    const worker = await start(world);
    expect(await read(worker)).toMatchObject({ ok: true });
    const broken = await shownBy(worker);
    expect(broken.case?.documents).toHaveLength(1);
    expect(verdict(broken)).toBe(outcome === 'reviewed' ? 'met' : undefined);
    for (const { code } of broken.case?.faults ?? []) expect(faultCodes).toContain(code);
    if (outcome === 'not reviewed') expect(broken.case?.faults).toContainEqual({ code: 'CG-201' });
    world.failing.clear();
    expect(await read(worker, { revision: 2 })).toMatchObject({ ok: true });
    const whole = await shownBy(worker);
    expect(verdict(whole)).toBe('met');
    expect(whole.case?.faults).toEqual([]);
    expect(marks(world)).toBeGreaterThan(0);
  });
});

test('a full store: said by its code, marked all the same, and read again after a stop', async () => {
  const world = newWorld();
  world.failing.set('session.set', full);
  const first = await start(world);
  await read(first);
  expect((await shownBy(first)).case?.faults).toContainEqual({ code: 'CG-503' });
  expect(marks(world)).toBeGreaterThan(0);
  expect(Object.keys(world.session)).toEqual([]);
  first.stop();
  const woken = await start(world);
  await shownBy(woken);
  await expect.poll(async () => verdict(await shownBy(woken))).toBe('met');
});

test('a case too large for the store: what the reviewer did outlives a stop all the same', async () => {
  const world = newWorld();
  world.room = 1_000;
  const long = `${text.text}${'Nothing else is said. '.repeat(100)}`;
  const first = await startWorker(world);
  world.frames.set('1 0', () => ({ ok: true, value: null }));
  await read(first, { text: long });
  await tell(first, 'setAsOf', { tabId: 1, asOf: '2016-05-01' });
  const before = await shownBy(first);
  expect(before.case?.faults).toContainEqual({ code: 'CG-503' });
  first.stop();
  const woken = await startWorker(world);
  world.frames.set('1 0', ({ name }) => {
    if (name === 'readAgain') void read(woken, { text: long });
    return { ok: true, value: null };
  });
  await expect.poll(async () => verdict(await shownBy(woken))).toBe('met');
  const after = await shownBy(woken);
  expect(after.case?.id).toBe(before.case?.id);
  expect(after.case?.asOf).toMatchObject({ date: '2016-05-01', chosen: true });
});

test('the day, a judgement and the choice of marks hold through a store that fails', async () => {
  const world = newWorld();
  const worker = await start(world);
  await read(worker);
  world.failing.set('session.set', full);
  expect(await tell(worker, 'setAsOf', { tabId: 1, asOf: '2016-05-01' })).toMatchObject({
    ok: true,
  });
  expect(await tell(worker, 'setMarks', { tabId: 1, on: false })).toMatchObject({ ok: true });
  const shown = await shownBy(worker);
  expect(shown.case?.asOf).toMatchObject({ date: '2016-05-01', chosen: true });
  expect([shown.case?.marksOn, marks(world)]).toEqual([false, 0]);
});

describe('a clock that changes', () => {
  const minute = 60_000;
  const at = (time: number) => vi.setSystemTime(1_800_000_000_000 + time);
  const alarm = async (world: BrowserWorld, worker: BackgroundWorker) => {
    worker.happen('alarms.onAlarm', { name: 'forget-idle-cases' });
    await expect.poll(() => worker.waits.at(-1)).toMatch(/alarms|session|tabs|runtime/);
    return Object.keys(world.session).filter((key) => key.startsWith('case:')).length;
  };

  test('set back: a case is neither forgotten at once nor kept for ever', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0);
    const world = newWorld();
    const worker = await start(world);
    await read(worker);
    at(-600 * minute);
    expect(await alarm(world, worker)).toBe(1);
    await expect
      .poll(() => world.alarms['forget-idle-cases']?.when)
      .toBeLessThan(Date.now() + 61.5 * minute);
    at(-530 * minute);
    worker.happen('alarms.onAlarm', { name: 'forget-idle-cases' });
    await expect
      .poll(() => Object.keys(world.session).filter((key) => key.startsWith('case:')))
      .toEqual([]);
  });

  test('put forward by less than a case is kept: nothing is lost', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0);
    const world = newWorld();
    const worker = await start(world);
    await read(worker);
    at(55 * minute);
    await tell(worker, 'setAsOf', { tabId: 1, asOf: '2016-05-01' });
    at(65 * minute);
    expect(await alarm(world, worker)).toBe(1);
    expect((await shownBy(worker)).case?.asOf).toMatchObject({ date: '2016-05-01' });
  });
});
