import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { inEnglish } from '../../../lib/cli/english.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import type { DrawnExposure, Pictures } from '../../../lib/review/pictures/picture.ts';
import type { Measure, Review } from '../../../lib/review/review.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';

/** What is drawn must be what was judged, and every mark must have its passage in the text. */

const rulebook = await shippedRulebook();

function review(...texts: string[]): Review {
  const documents = texts.map((text, at) =>
    plainDocument(`d${at + 1}`, `document ${at + 1}`, text),
  );
  return reviewCase({ id: 'case', documents }, rulebook);
}

function picturesOf(result: Review): Pictures {
  if (!result.pictures) throw new Error('no pictures');
  return result.pictures;
}

function measuresOf(result: Review, pictures: Pictures['exposures']): Measure[] {
  return pictures.flatMap(({ request, criterion }) => {
    const requested = result.requests.find(({ id }) => id === request);
    const judged = requested?.criteria.find(({ id }) => id === criterion);
    expect(judged).toBeDefined();
    return judged?.measure ?? [];
  });
}

const shared = process.env.CASEGLASS_SHARED ?? '../shared';
const gold = 'test/cases/gold';

/** The cases held back to measure by are no test's. */
const goldFiles = readdirSync(gold)
  .filter((name) => name.endsWith('.txt') && Number(/\d+/.exec(name)?.[0]) % 3 !== 0)
  .map((name) => `${gold}/${name}`);
const determinations = ['000', '004']
  .map((number) => `${shared}/cases/determination-${number}.txt`)
  .filter(existsSync);

function expectExposure({ amount, limits, exposure }: Measure): void {
  const { run, requested, uses } = exposure as DrawnExposure;
  const supply = requested?.stated ? requested.days : 0;
  expect((run?.days ?? 0) + supply).toBe(amount);
  if (run) {
    expect(run.to.day - run.from.day).toBe(run.days);
    const counted = uses.filter((use) => use.counted);
    expect(Math.min(...counted.map(({ from }) => from))).toBe(run.from.day);
    expect(Math.max(...counted.map(({ to }) => to))).toBe(run.to.day);
  }
  const days: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };
  for (const limit of limits) {
    const bound = limit.amount * (days[limit.unit.replace(/s$/, '')] ?? Number.NaN);
    // the bar reaches over the line just where the verdict says so
    if (limit.within === false) expect(amount).toBeGreaterThanOrEqual(bound);
    if (limit.within === true) expect(amount).toBeLessThanOrEqual(bound);
  }
}

function expectVisits({ amount, count }: Measure): void {
  const low = count?.parts.reduce((sum, part) => sum + part.low, 0);
  expect(low).toBe(amount);
  for (const part of count?.parts ?? [])
    expect(part.high ?? part.low).toBeGreaterThanOrEqual(part.low);
}

test.each([...determinations, ...goldFiles])('%s: pictures agree with verdicts', (file) => {
  const text = readFileSync(file, 'utf8');
  const result = review(text);
  const pictures = picturesOf(result);
  measuresOf(result, pictures.exposures).forEach(expectExposure);
  measuresOf(result, pictures.visits).forEach(expectVisits);
  const passages = [
    ...pictures.pain.map(({ passage }) => passage),
    ...pictures.chronicle.map(({ passage }) => passage),
    ...measuresOf(result, pictures.exposures).flatMap(({ exposure }) =>
      (exposure?.uses ?? []).flatMap(({ sightings }) =>
        sightings.flatMap(({ passage }) => passage ?? []),
      ),
    ),
  ];
  for (const { start, end, quote } of passages) expect(text.slice(start, end) === quote).toBe(true);
  const days = pictures.chronicle.map(({ at }) => at.day);
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

describe.skipIf(determinations.length < 2)('determination 004', () => {
  const result =
    determinations.length < 2
      ? (undefined as never)
      : review(readFileSync(determinations[1] as string, 'utf8'));

  test('draws clonazepam from the note of June to the request, and the supply at a tablet a day', () => {
    const [measure] = measuresOf(result, picturesOf(result).exposures);
    expect(inEnglish(measure?.text ?? '')).toBe('At least 56 days');
    expect(measure?.exposure?.run).toMatchObject({
      from: { date: '2015-06-17' },
      to: { date: '2015-08-12' },
      days: 56,
    });
    expect(measure?.exposure?.uses.map(({ drug }) => drug)).toEqual(['clonazepam', 'alprazolam']);
    expect(measure?.exposure?.requested).toMatchObject({ days: 30, stated: false });
  });

  test('draws six visits asked for beside an unknown number before', () => {
    const [measure] = measuresOf(result, picturesOf(result).visits);
    expect(measure?.count).toMatchObject({ open: true, parts: [{ of: 'requested', low: 6 }] });
  });

  test('tells the injury, the note and the request in their order', () => {
    const told = picturesOf(result).chronicle.map(({ kind, at }) => `${at.date} ${kind}`);
    expect(told).toContain('2011-03-21 injury');
    expect(told).toContain('2015-06-17 note');
    expect(told.at(-1)).toBe('2015-08-12 request');
  });
});

describe('pain scores', () => {
  const asked = 'Request for authorization dated 8/12/15: Norco 10/325 mg #60.\n\n';

  test('a pair that was compared stands as it was compared', () => {
    const result = review(
      `${asked}Progress note 8/12/15\nPain is 8/10 without medications and 4/10 with medications.\n`,
    );
    expect(
      picturesOf(result).pain.map(({ low, condition, at }) => [low, condition, at?.date]),
    ).toEqual([
      [8, 'without', '2015-08-12'],
      [4, 'with', '2015-08-12'],
    ]);
  });

  test('a score without a date has that of its document, and none where that has none', () => {
    const [dated] = picturesOf(review(`${asked}Pain is 6/10 today.`)).pain;
    expect(dated?.at?.date).toBe('2015-08-12');
    const [undated] = picturesOf(review('Pain is 6/10 today. Request: Norco 10/325 mg #60.')).pain;
    expect([undated?.low, undated?.at]).toEqual([6, null]);
  });
});

test('a text without dates and numbers has nothing to draw', () => {
  const pictures = picturesOf(review('Patient wants her chart copied.'));
  expect(pictures).toEqual({
    exposures: [],
    visits: [],
    pain: [],
    chronicle: [],
    chronicleLeftOut: 0,
  });
});
