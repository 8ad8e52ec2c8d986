import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRequest } from '../../../lib/review/request-checks/check-request.ts';
import { compare, demandedCases, openTexts, requestCases } from './case-texts.ts';

let read: Awaited<ReturnType<typeof openTexts>>;

beforeAll(async () => {
  read = await openTexts();
}, 30_000);

describe('requests of a text', () => {
  it.each(demandedCases().map((one) => [one.file, one.id, one] as const))(
    '%s %s',
    (_file, _id, { text, expect: items }) => {
      expect(compare(items, read(text).requests)).toEqual({
        missing: [],
        extra: [],
        wrongParts: [],
      });
    },
  );

  it('quotes every passage as it stands', () => {
    for (const { text } of requestCases()) {
      for (const { passages } of read(text).requests) {
        for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote);
      }
    }
  });

  it('brings the same request in two documents together', () => {
    const { requests } = read(
      'RFA lists: Norco 10/325 #90.',
      'Plan: Refill Norco 10/325 #90. Return in 4 weeks.',
    );
    expect(
      requests.map(({ treatment, passages }) => [
        treatment,
        passages.map(({ document }) => document),
      ]),
    ).toEqual([['opioid', ['document-1', 'document-2']]]);
  });

  it('is not asked for by the title of the paper that follows', () => {
    const [therapy] = read(
      'Plan\n1. More physical therapy, 2x6.\n\nPhysical therapy daily note\nVisit 14.',
    ).requests;
    expect(therapy?.passages.map(({ quote }) => quote)).toEqual(['More physical therapy, 2x6.']);
  });

  it('keeps the details of a line item', () => {
    const [norco] = read('RFA: Norco 10/325 mg 1 tab q6h prn #120, 1 refill.').requests;
    expect(norco?.details).toMatchObject({
      strength: '10/325 mg',
      quantity: '120',
      refills: 1,
      daysSupply: 60,
    });
    const [therapy] = read('Requested: Physical therapy 2x6, left shoulder.').requests;
    expect(therapy?.details).toMatchObject({ visits: 12, side: 'left', bodyPart: 'shoulder' });
  });
});

describe('requests of hard input', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '.repeat(2000)],
    ['one character', 'x'],
    ['only headings', 'Plan:\n'.repeat(3000)],
    ['only cues', 'request for '.repeat(5000)],
    ['only marks', '[] () ;;; | \t --- : '.repeat(4000)],
    ['one long line', `Plan: ${'Norco 10/325 #120, '.repeat(4000)}`],
    ['brackets that never close', `RFA: ${'('.repeat(20_000)} Norco #60`],
    ['lone surrogates', 'RFA: \ud800 Norco \udfff 10/325 #60'],
  ])('%s', (_name, text) => {
    const started = performance.now();
    expect(() => read(text)).not.toThrow();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes time in proportion to the text', () => {
    const note =
      'Plan: 1. Refill Norco 10/325 #120. 2. Request PT 2x6 lumbar.\n\nExam: spasm of the low back.\n\n';
    const time = (times: number) => {
      const text = note.repeat(times);
      const started = performance.now();
      read(text);
      return performance.now() - started;
    };
    time(200);
    expect(time(2000)).toBeLessThan(Math.max(60, time(400)) * 25);
  });
});

/** Two public determinations, read from where they lie. */
const DETERMINATIONS = `${process.env.CASEGLASS_SHARED ?? '../shared'}/cases/`;
const determination = (name: string) => readFileSync(`${DETERMINATIONS}${name}`, 'utf8');

describe.skipIf(!existsSync(DETERMINATIONS))('requests of the two determinations', () => {
  const verdicts = (text: string) => {
    const { requests, index, rulebook } = read(text);
    const context = { index, requests, asOf: { year: 2015, month: 8, day: 12 }, faults: new Map() };
    expect(rulebook.criteria.has('request/quantity')).toBe(true);
    return requests.map((request) => ({
      request,
      checks: new Map(
        checkRequest({ ...context, request }).map((check) => [
          check.id.slice('request/'.length),
          check,
        ]),
      ),
    }));
  };

  it('000: trigger point injection and Amrix listed, Flexeril kept as mentioned', () => {
    const found = verdicts(determination('determination-000.txt'));
    expect(found.map(({ request: { treatment, listed } }) => [treatment, listed])).toEqual([
      ['trigger-point-injection', true],
      ['muscle-relaxant', true],
      ['muscle-relaxant', false],
    ]);
    const [injection, amrix, flexeril] = found;
    expect(injection?.request.details).toMatchObject({ side: 'left', bodyPart: 'low back' });
    expect(amrix?.request.details).toMatchObject({
      drug: expect.stringMatching(/cyclobenzaprine/i),
      strength: '15 mg',
    });
    expect(flexeril?.request.details).toMatchObject({
      strength: '5 mg',
      quantity: '30',
      refills: 2,
    });
    expect(amrix?.checks.get('quantity')?.verdict).toBe('not-met');
    expect(amrix?.checks.get('consistent')?.verdict).toBe('not-met');
    const quotes = amrix?.checks
      .get('consistent')
      ?.evidence.map(({ quote }) => quote)
      .join(' ');
    expect(quotes).toMatch(/Amrix 15mg/);
    expect(quotes).toMatch(/Flexeril 5mg/);
    expect(amrix?.checks.get('guideline-cited')?.verdict).toBe('met');
  });

  it('004: three requests, no guideline cited for any', () => {
    const found = verdicts(determination('determination-004.txt'));
    expect(
      found.filter(({ request }) => request.listed).map(({ request }) => request.treatment),
    ).toEqual(['benzodiazepine', 'trigger-point-injection', 'physical-therapy']);
    for (const { request, checks } of found.filter((one) => one.request.listed)) {
      const cited = checks.get('guideline-cited');
      expect([request.treatment, cited?.verdict]).toEqual([request.treatment, 'not-met']);
      expect(cited?.evidence[0]?.quote).toMatch(/did not cite any medical evidence/);
    }
  });
});
