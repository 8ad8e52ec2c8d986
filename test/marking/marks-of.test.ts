import { describe, expect, test } from 'vitest';
import { marksOf } from '../../lib/marking/marks-of.ts';
import type { SearchReceipt } from '../../lib/review/review.ts';
import { criterion, evidence, passage, request, review, text } from './reviews.ts';

const receipt = (near: string | null): SearchReceipt => ({
  terms: ['twitch'],
  documents: [],
  unreadablePages: [],
  nearest: near === null ? null : { ...passage(near), why: 'a jump sign' },
});

const absent = (id: string, near: string | null = null) =>
  criterion(id, { verdict: 'not-documented', receipt: receipt(near) });

const summary = (marks: ReturnType<typeof marksOf>) =>
  (marks.get('page') ?? []).map(
    ({ start, end, meaning, kind }) => `${text.slice(start, end)} | ${meaning} | ${kind}`,
  );

describe('evidence', () => {
  test('each side has its meaning, a claim is an absence, history has no mark', () => {
    const marks = marksOf(
      review([
        request('a', [
          criterion('c', {
            evidence: [
              evidence('No radiculopathy', 'supports'),
              evidence('Foot drop', 'opposes'),
              evidence('Positive jump sign', 'ambiguous'),
              evidence('Asks', 'claim'),
              evidence('sign', 'history'),
            ],
          }),
        ]),
      ]),
    );
    expect(summary(marks)).toEqual([
      'Asks | missing | claim',
      'Flexeril | request | request',
      'Positive jump sign | ambiguous | ambiguous',
      'No radiculopathy | supports | supports',
      'Foot drop | opposes | opposes',
    ]);
  });

  test('the card names the question, why it counts, its date and whose it is', () => {
    const marks = marksOf(
      review([
        request('a', [
          criterion('c', {
            evidence: [evidence('Foot drop', 'opposes', { why: 'On exam', date: '2015-08-12' })],
          }),
        ]),
      ]),
    );
    expect(marks.get('page')?.at(-1)).toMatchObject({
      about: 'c?',
      why: 'On exam',
      date: '2015-08-12',
      requests: [1],
      target: { request: 'a', criterion: 'c' },
    });
  });

  test('one statement for two requests is one mark', () => {
    const same = () => [criterion('c', { evidence: [evidence('Foot drop', 'opposes')] })];
    const marks = marksOf(review([request('a', same()), request('b', same())]));
    const foot = marks.get('page')?.filter(({ meaning }) => meaning === 'opposes');
    expect(foot).toHaveLength(1);
    expect(foot?.[0]).toMatchObject({ date: null, requests: [1, 2] });
  });
});

describe('absences', () => {
  test('one is marked where the request stands, and leads to its receipt', () => {
    const marks = marksOf(review([request('a', [absent('twitch')])]));
    expect(summary(marks)).toEqual([
      'Flexeril | request | request',
      'Flexeril | missing | not-found',
    ]);
    expect(marks.get('page')?.[1]).toMatchObject({
      about: 'twitch?',
      why: 'twitch reason.',
      target: { request: 'a', criterion: 'twitch', receipt: true },
    });
  });

  test('several are one mark that lists them, each with its receipt', () => {
    const marks = marksOf(review([request('a', [absent('twitch'), absent('pain')])]));
    const missing = marks.get('page')?.filter(({ meaning }) => meaning === 'missing');
    expect(missing).toHaveLength(1);
    expect(missing?.[0]?.list).toEqual([
      { words: 'twitch', target: { request: 'a', criterion: 'twitch', receipt: true } },
      { words: 'pain', target: { request: 'a', criterion: 'pain', receipt: true } },
    ]);
  });

  test('the place that came nearest is marked too', () => {
    const marks = marksOf(review([request('a', [absent('twitch', 'jump sign')])]));
    expect(summary(marks)).toContain('jump sign | missing | not-found');
    expect(marks.get('page')?.at(-1)).toMatchObject({ why: 'a jump sign', note: 'nearest' });
  });
});

test('findings about the case lead to themselves', () => {
  const finding = {
    id: 'safety/x',
    reason: 'Two at once.',
    evidence: [evidence('Flexeril', 'supports')],
  };
  const marks = marksOf(review([], { safety: [finding] }));
  expect(marks.get('page')).toEqual([
    {
      ...{ start: 9, end: 17 },
      meaning: 'opposes',
      kind: 'safety',
      requests: [],
      about: 'Two at once.',
      target: { criterion: 'safety/x' },
    },
  ]);
});

test('evidence of a document that is not among the pages is left out', () => {
  const elsewhere = criterion('c', {
    evidence: [{ ...evidence('Foot drop', 'opposes'), document: 'x' }],
  });
  expect([...marksOf(review([request('a', [elsewhere], [])])).keys()]).toEqual(['page']);
});
