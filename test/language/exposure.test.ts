import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import {
  classExposure,
  type Sighting,
  sightingsOf,
} from '../../lib/language/medications/exposure.ts';
import type { DateValue } from '../../lib/language/mention.ts';
import { isoDate } from '../../lib/language/values/calendar.ts';
import { goldLines, sharedFile } from './gold-lines.ts';
import { drugReader, drugsById } from './reader-of-drugs.ts';

const asOf: DateValue = { year: 2015, month: 8, day: 12 };
const isOf = (name: string) => (drug: string) =>
  drugsById.get(drug)?.classes.includes(name) ?? false;
const day = (month: number, date: number, year = 2015): DateValue => ({ year, month, day: date });
const on = (date: DateValue, more: Partial<Sighting> = {}): Sighting => ({
  drug: 'alprazolam',
  date,
  start: 0,
  end: 0,
  kind: 'mention',
  ...more,
});
const sightings = (text: string, name: string) =>
  sightingsOf(drugReader.read(text, { date: asOf }), isOf(name), asOf);

describe('exposure to a class', () => {
  it('runs on when one drug of the class follows another', () => {
    const { current } = classExposure(
      [on(day(6, 17), { drug: 'clonazepam' }), on(asOf, { kind: 'request' })],
      { asOf },
    );
    expect(current?.days).toBe(56);
    expect(inEnglish(current?.working ?? '')).toContain('17 June 2015');
    expect(current?.drugs).toEqual(['clonazepam', 'alprazolam']);
  });

  it('adds the supply that is asked for', () => {
    const exposure = classExposure([on(day(8, 1)), on(asOf, { kind: 'request' })], {
      asOf,
      requestedDays: 30,
    });
    expect(exposure.daysWithRequest).toBe(41);
    expect(classExposure([], { asOf, requestedDays: 30 })).toMatchObject({
      daysWithRequest: 30,
      history: [],
    });
  });

  it('starts anew after a stop that lasted a refill period', () => {
    const stopped = [on(day(1, 5)), on(day(3, 1), { kind: 'stopped' }), on(day(8, 1)), on(asOf)];
    const { current, history } = classExposure(stopped, { asOf });
    expect(current?.days).toBe(11);
    expect(history).toHaveLength(1);
    const paused = [on(day(2, 1)), on(day(7, 10), { kind: 'stopped' }), on(day(8, 1)), on(asOf)];
    expect(classExposure(paused, { asOf }).current?.days).toBe(192);
  });

  it('starts anew when the record is silent for long', () => {
    const { current, history } = classExposure([on(day(6, 1, 2012)), on(day(8, 1)), on(asOf)], {
      asOf,
    });
    expect(current?.days).toBe(11);
    expect(history[0]?.days).toBe(0);
  });

  it('counts from the last day that a date can mean, so that the length is a least', () => {
    const { current } = classExposure([on({ year: 2014 }, { kind: 'since' }), on(asOf)], { asOf });
    expect(current?.days).toBe(224);
  });

  it('leaves out what lies behind the request', () => {
    expect(classExposure([on(day(9, 1))], { asOf }).current).toBeUndefined();
  });
});

interface GoldLine {
  about: string;
  text: string;
  sightings: string[];
}

describe('sightings of gold sentences', () => {
  it.each(goldLines<GoldLine>('exposure.jsonl'))('$about: $text', ({ text, sightings: wanted }) => {
    const found = sightings(text, 'muscle-relaxant').map(({ kind, date, restarted, why }) => {
      const again = restarted ? ' again' : '';
      return `${kind} ${isoDate(date)}${again}${why === undefined ? '' : ` (${inEnglish(why)})`}`;
    });
    expect(found).toEqual(wanted);
  });
});

describe('sightings', () => {
  it.each([
    ['Has been on Soma since 2010.', 'muscle-relaxant', 'since', { year: 2010 }],
    ['Takes Ambien nightly for 2 years.', 'sedative-hypnotic', 'since', day(8, 12, 2013)],
    ['On Amrix on & off for 3 yrs per chart.', 'muscle-relaxant', 'since', day(8, 12, 2012)],
    ['Takes Soma at night.', 'muscle-relaxant', 'mention', asOf],
  ] as const)('%s', (text, name, kind, date) => {
    expect(sightings(text, name)[0]).toMatchObject({ kind, date });
  });

  it('are one for each date that is listed', () => {
    const found = sightings(
      'The record lists Fexmid on 1-16-14, 3-20-14 and 5-8-14.',
      'muscle-relaxant',
    );
    expect(found.map(({ date }) => date)).toEqual([
      day(1, 16, 2014),
      day(3, 20, 2014),
      day(5, 8, 2014),
    ]);
  });

  it('are not taken from what is denied or only planned', () => {
    expect(sightings('Denies Xanax.', 'benzodiazepine')).toEqual([]);
    expect(sightings('No benzodiazepines: never took Valium.', 'benzodiazepine')).toEqual([]);
  });
});

const determination = sharedFile('cases', 'determination-004.txt');

describe.skipIf(determination === undefined)('a real determination', () => {
  it('shows at least 56 days of benzodiazepines from 17 June to 12 August 2015 over two drugs', () => {
    const text = readFileSync(determination as string, 'utf8');
    const reading = drugReader.read(text, { date: asOf });
    const found = sightingsOf(reading, isOf('benzodiazepine'));
    const { current, history } = classExposure([...found, on(asOf, { kind: 'request' })], { asOf });
    expect(current).toMatchObject({
      from: day(6, 17),
      to: asOf,
      days: 56,
      drugs: ['clonazepam', 'alprazolam'],
    });
    expect(history).toEqual([]);
  });
});
