// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellActivity } from '../../lib/messaging/tell-activity.ts';

let told = 0;
let ended = new AbortController();
const tell = () => {
  told += 1;
};

beforeEach(() => {
  vi.useFakeTimers();
  told = 0;
  ended = new AbortController();
  document.body.innerHTML = '<textarea></textarea>';
});

afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

/** Something a person does, or a script plays. */
function happens(type: string, { isTrusted = true } = {}): void {
  const event = new Event(type, { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.querySelector('textarea')?.dispatchEvent(event);
}

const signs = ['input', 'keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'];

test.each(signs)('%s is told', (sign) => {
  tellActivity(tell, ended.signal);
  expect(told).toBe(0);
  happens(sign);
  expect(told).toBe(1);
});

test('what a script plays, and a page that scrolls by itself, is not told', () => {
  tellActivity(tell, ended.signal);
  for (const sign of signs) happens(sign, { isTrusted: false });
  happens('scroll');
  expect(told).toBe(0);
});

test('it is told once a minute at most, also after the clock was set back', () => {
  tellActivity(tell, ended.signal);
  for (let second = 0; second < 130; second += 1) {
    happens('input');
    vi.advanceTimersByTime(1_000);
  }
  expect(told).toBe(3);
  vi.setSystemTime(0);
  vi.advanceTimersByTime(60_000);
  happens('input');
  expect(told).toBe(4);
});

test('of what is shown no more nothing is told', () => {
  tellActivity(tell, ended.signal);
  happens('input');
  ended.abort();
  vi.advanceTimersByTime(60_000);
  happens('input');
  expect(told).toBe(1);
});
