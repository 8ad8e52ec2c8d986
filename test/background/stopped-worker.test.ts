import { afterEach, expect, test, vi } from 'vitest';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { MarkSheet } from '../../lib/messaging/protocol.ts';
import { fromPage, fromPanel, newWorld, startWorker, pageText as text } from './browser-world.ts';

afterEach(() => vi.unstubAllGlobals());

const textRead = { way: 'pageToBackground', name: 'textRead', body: text };
const ofPanel = (name: string, body: unknown) => ({ way: 'panelToBackground', name, body });

const changes = [
  ofPanel('setAsOf', { tabId: 1, asOf: '2016-05-01' }),
  ofPanel('judge', {
    tabId: 1,
    isOn: true,
    judgement: {
      kind: 'correction',
      request: 'r',
      label: 'l',
      criterion: 'injection/twitch',
      reason: 'seen otherwise',
      verdict: 'unclear',
    },
  }),
];

/**
 * A page is read, the day is changed, a passage is set aside; the worker is stopped once, or never.
 * What the stopped worker did not answer is sent once more, as pages and the panel do.
 */
async function session(stopAt?: number) {
  const world = newWorld();
  let worker = await startWorker(world, stopAt);
  const { waits } = worker;
  const send = async (message: object, sender: object): Promise<unknown> => {
    const answer = await worker.send(message, sender);
    if (answer !== undefined) return answer;
    worker = await startWorker(world);
    return worker.send(message, sender);
  };
  world.frames.set('1 0', ({ name }) => {
    if (name === 'readAgain') void send(textRead, fromPage());
    return { ok: true, value: null };
  });
  expect(await send(textRead, fromPage())).toMatchObject({ ok: true });
  for (const change of changes) expect(await send(change, fromPanel)).toMatchObject({ ok: true });
  const waited = waits.length;

  let shown: ActiveReview['case'] = null;
  const often = { interval: 5, timeout: 5_000 };
  await expect
    .poll(async () => {
      const answer = await send(ofPanel('getActiveReview', { windowId: 1 }), fromPanel);
      shown = (answer as { value: ActiveReview }).value.case;
      return shown?.status;
    }, often)
    .toBe('ready');
  const sheet = () => world.told.get('1 0 paintMarks') as MarkSheet | undefined;
  await expect.poll(() => sheet()?.marks.length, often).toBeGreaterThan(0);
  const { id: _, revision: __, ...seen } = shown as unknown as NonNullable<ActiveReview['case']>;
  const kept = Object.keys(world.session).map((key) => key.replace(/:.*/, ''));
  const result = { seen, marks: sheet()?.marks, badge: world.badges.get(1), kept };
  return { result, waits, waited };
}

test('a worker that is stopped at any wait of a review comes to the same result', async () => {
  const { result: whole, waits, waited } = await session();
  expect(whole.seen.review?.requests[0]?.criteria[0]?.verdict).toBe('met');
  expect(whole.seen.asOf).toMatchObject({ date: '2016-05-01', chosen: true });
  expect(whole.seen.judgements).toHaveLength(1);
  expect(waited).toBeGreaterThan(30);
  for (let at = 1; at <= waited; at++) {
    const { result } = await session(at);
    expect(result, `stopped at wait ${at}, ${waits[at - 1]}`).toEqual(whole);
  }
}, 120_000);
