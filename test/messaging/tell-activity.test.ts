// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkForBackground } from '../../lib/messaging/background-check.ts';
import { tellActivity } from '../../lib/messaging/tell-activity.ts';

/** What came to the background, each checked as it checks it. */
let told: unknown[] = [];
let ended = new AbortController();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  told = [];
  ended = new AbortController();
  const runtime = browser.runtime as unknown as { sendMessage(message: unknown): Promise<unknown> };
  vi.spyOn(runtime, 'sendMessage').mockImplementation(async (message) => {
    told.push(checkForBackground(message)?.body);
    return { ok: true, value: null };
  });
  document.body.innerHTML = '<textarea></textarea>';
});

afterEach(() => {
  ended.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const happens = (event: string) =>
  document.querySelector('textarea')?.dispatchEvent(new Event(event, { bubbles: true }));

test.each(['input', 'keydown', 'pointerdown', 'wheel', 'scroll'])('%s is told', (event) => {
  tellActivity(7, ended.signal);
  expect(told).toEqual([]);
  happens(event);
  expect(told).toEqual([{ tabId: 7 }]);
});

test('it is told once a minute at most, also after the clock was set back', () => {
  vi.setSystemTime(1_800_000_000_000);
  tellActivity(7, ended.signal);
  for (let second = 0; second < 130; second += 1) {
    vi.setSystemTime(1_800_000_000_000 + second * 1_000);
    happens('input');
  }
  expect(told).toHaveLength(3);
  vi.setSystemTime(1_700_000_000_000);
  happens('input');
  expect(told).toHaveLength(4);
});

test('of a tab that is shown no more nothing is told', () => {
  tellActivity(7, ended.signal);
  ended.abort();
  happens('input');
  expect(told).toEqual([]);
});
