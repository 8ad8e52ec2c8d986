import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import type { CriterionReview, RequestReview, Review } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/** What must hold on two public determinations; they are read from where they lie, not copied. */
const shared = process.env.CASEGLASS_SHARED ?? '../shared';
const missing = !existsSync(`${shared}/cases/determination-000.txt`);

const rulebook = await shippedRulebook();

function review(name: string): Review {
  const text = readFileSync(`${shared}/cases/${name}.txt`, 'utf8');
  return reviewCase({ id: name, documents: [plainDocument(name, name, text)] }, rulebook);
}

function request(result: Review, treatment: string, label = ''): RequestReview {
  const found = result.requests.find(
    (each) => each.treatment === treatment && each.label.includes(label),
  );
  if (!found) throw new Error(`no request for ${treatment} ${label}`);
  return found;
}

function criterion(of: RequestReview, id: string): CriterionReview {
  const found = of.criteria.find((each) => each.id === id);
  if (!found) throw new Error(`${id} was not judged`);
  return found;
}

/** Sentences in which the two texts quote their guidelines. */
const GUIDELINE = [
  'Trigger point injections are not recommended in the absence',
  'The criteria for use of trigger point injections include',
  'Muscle relaxants are recommended as a second line option',
  'Benzodiazepines are not recommended for long-term use',
  'Most guidelines limit use to four weeks',
  'Patients should be formally assessed after a six visit clinical trial',
  'When treatment duration and/or number of visits exceeds',
];

function quotesOf(result: Review): string {
  return result.requests
    .flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence))
    .filter(({ role }) => role !== 'claim')
    .map(({ quote }) => quote.replace(/\s+/g, ' '))
    .join('\n');
}

describe.skipIf(missing)('determination 000', () => {
  const result = missing ? (undefined as never) : review('determination-000');

  test('asks for the injection and Amrix; Flexeril is mentioned', () => {
    const listed = result.requests.filter((each) => each.listed);
    expect(listed.map(({ treatment }) => treatment)).toEqual([
      'trigger-point-injection',
      'muscle-relaxant',
    ]);
    expect(listed[0]?.label).toContain('left low back');
    expect(listed[1]?.label).toContain('Amrix 15');
    const words = result.requests.flatMap(({ passages }) => passages.map(({ quote }) => quote));
    expect(words.join(' ')).toContain('Flexeril');
  });

  test('a jump sign and a reviewer’s claim show no twitch', () => {
    const twitch = criterion(
      request(result, 'trigger-point-injection'),
      'trigger-point-injection/twitch-response',
    );
    expect(twitch.verdict).toBe('unclear');
    expect(twitch.evidence).toContainEqual(
      expect.objectContaining({ role: 'ambiguous', quote: expect.stringMatching(/jump\s+sign/) }),
    );
    expect(twitch.evidence).toContainEqual(
      expect.objectContaining({
        role: 'claim',
        quote: expect.stringMatching(/no\s+documentation/),
      }),
    );
  });

  test.each([
    ['trigger-point-injection', 'trigger-point-injection/no-radiculopathy', 'conflicting'],
    ['trigger-point-injection', 'trigger-point-injection/myofascial-diagnosis', 'not-documented'],
    ['muscle-relaxant', 'request/quantity', 'not-met'],
    ['muscle-relaxant', 'request/consistent', 'not-met'],
  ])('%s: %s is %s', (treatment, id, verdict) => {
    expect(criterion(request(result, treatment), id).verdict).toBe(verdict);
  });

  test('no guideline sentence is evidence', () => {
    const quotes = quotesOf(result);
    for (const sentence of GUIDELINE) expect(quotes).not.toContain(sentence);
  });
});

describe.skipIf(missing)('determination 004', () => {
  const result = missing ? (undefined as never) : review('determination-004');

  test('benzodiazepines: at least 56 days across two drugs, both limits shown apart', () => {
    const duration = criterion(request(result, 'benzodiazepine'), 'benzodiazepine/duration');
    expect(duration.verdict).toBe('not-met');
    expect(inEnglish(duration.measure?.text ?? '')).toMatch(/at least 56 days/i);
    expect(duration.measure?.working.map(inEnglish).join(' ')).toMatch(
      /17 June 2015.*12 August 2015/,
    );
    expect(duration.measure?.limits.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['at most 4 weeks', 'at most 2 weeks']),
    );
  });

  test('symptoms for more than four months', () => {
    const length = criterion(
      request(result, 'trigger-point-injection'),
      'trigger-point-injection/symptom-duration',
    );
    expect(length.verdict).toBe('met');
  });

  test('"helped" without how much and how long leaves the relief open', () => {
    const relief = criterion(
      request(result, 'trigger-point-injection'),
      'trigger-point-injection/repeat-relief',
    );
    expect(relief.verdict).toBe('unclear');
    expect(relief.evidence).toContainEqual(
      expect.objectContaining({ role: 'ambiguous', quote: expect.stringMatching(/helped/) }),
    );
  });

  test('"helped" says nothing of function', () => {
    const repeated = criterion(
      request(result, 'trigger-point-injection'),
      'trigger-point-injection/repeat-function',
    );
    expect(['unclear', 'not-documented']).toContain(repeated.verdict);
  });

  test('therapy visits were never counted', () => {
    const visits = criterion(
      request(result, 'physical-therapy'),
      'physical-therapy/visits-to-date',
    );
    expect(visits.verdict).toBe('not-documented');
    expect(visits.receipt?.terms.length).toBeGreaterThan(0);
  });

  test('no guideline was cited for any of the three', () => {
    const listed = result.requests.filter((each) => each.listed);
    expect(listed).toHaveLength(3);
    for (const each of listed) {
      expect(criterion(each, 'request/guideline-cited').verdict).toBe('not-met');
    }
  });

  test('an opioid with a benzodiazepine is raised', () => {
    expect(result.safety.map(({ id }) => id)).toContain('safety/opioid-with-benzodiazepine');
  });

  test('no guideline sentence is evidence', () => {
    const quotes = quotesOf(result);
    for (const sentence of GUIDELINE) expect(quotes).not.toContain(sentence);
  });
});
