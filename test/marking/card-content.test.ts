// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { PageMark } from '../../lib/case/page-mark.ts';
import { cardContent } from '../../lib/marking/card-content.ts';
import { says } from '../components/show-panel.tsx';

const mark = (more: Partial<PageMark>): PageMark => ({
  start: 0,
  end: 9,
  meaning: 'supports',
  kind: 'supports',
  requests: [1],
  about: 'Is the dose stated?',
  target: { request: 'a' },
  ...more,
});

const actions = { copy: vi.fn(async () => true), show: vi.fn(async () => undefined) };

const card = (...marks: PageMark[]) =>
  cardContent(document, { marks, number: 9, of: 19 }, actions).map((part) =>
    [...part.querySelectorAll('.kind, .about, .why, .source, .status, button')]
      .map((line) => says(line))
      .join(' | '),
  );

test('a passage says what it is, what it bears on, why it counts, its date and whose it is', () => {
  expect(card(mark({ why: 'On exam', date: '2015-08-12', requests: [1, 2] }))).toEqual([
    'Supports | Is the dose stated? | On exam | 12 Aug 2015 · request 1, request 2',
    'mark 9 of 19 | Copy | Show in panel',
  ]);
});

test('what has no date says so, and what needs none does not', () => {
  expect(card(mark({ date: null }))[0]).toBe(
    'Supports | Is the dose stated? | no date · request 1',
  );
  expect(card(mark({ date: null, documentDate: '2015-05-06' }))[0]).toBe(
    'Supports | Is the dose stated? | document of 6 May 2015 · request 1',
  );
  const safety = mark({ kind: 'safety', meaning: 'opposes', requests: [], about: 'Two at once.' });
  expect(card(safety)[0]).toBe('Safety | Two at once.');
});

test('a request names its number, and that it is not listed', () => {
  const asked = mark({ kind: 'request', meaning: 'request', requests: [2], about: 'Xanax' });
  expect(card({ ...asked, note: 'unlisted' })[0]).toBe(
    'Request 2 | Xanax | Mentioned in the text, but not in its list of requests.',
  );
});

test('several absences are counted and listed', () => {
  const list = ['Twitch', 'Pain'].map((words) => ({ words, target: { request: 'a' } }));
  expect(card(mark({ kind: 'not-found', meaning: 'missing', about: '', list }))[0]).toBe(
    'Not found | 2 questions without an answer in what was read | Twitch | Pain | request 1',
  );
});

test('the nearest hit says that it is one', () => {
  const near = mark({ kind: 'not-found', meaning: 'missing', note: 'nearest', why: 'a jump sign' });
  expect(card(near)[0]).toContain('Nearest to it in what was read: a jump sign');
});
