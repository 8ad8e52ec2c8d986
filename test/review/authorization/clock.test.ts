import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../lib/cli/english.ts';
import { type ClockInput, decisionDue } from '../../../lib/review/authorization/clock.ts';

const at = (hours: number, minutes: number) => hours * 60 + minutes;

/** What is known of the receipt, and the day the decision is due. */
const cases: [string, Omit<ClockInput, 'review'> & Partial<Pick<ClockInput, 'review'>>, string][] =
  [
    ['a week without holidays', { received: '2015-08-12' }, '2015-08-19'],
    ['a Monday', { received: '2014-08-18' }, '2014-08-25'],
    ['a Friday', { received: '2019-05-31' }, '2019-06-07'],
    ['a Saturday keeps its date: Monday is day 1', { received: '2015-08-15' }, '2015-08-21'],
    [
      'a Saturday after 5:30 pm counts as Monday',
      { received: '2015-08-15', receivedAt: at(18, 0) },
      '2015-08-24',
    ],
    ['at 5:30 pm sharp', { received: '2015-06-18', receivedAt: at(17, 30) }, '2015-06-25'],
    ['at 5:31 pm', { received: '2015-06-18', receivedAt: at(17, 31) }, '2015-06-26'],
    ['after 5:30 pm on a Friday', { received: '2015-06-12', receivedAt: at(17, 41) }, '2015-06-22'],
    [
      'after 5:30 pm before a holiday weekend',
      { received: '2016-05-27', receivedAt: at(19, 0) },
      '2016-06-07',
    ],
    ['6:10 pm, as a letter says', { received: '2016-01-12', receivedAt: at(18, 10) }, '2016-01-21'],
    ['over Labor Day', { received: '2015-09-02' }, '2015-09-10'],
    ['over César Chávez Day', { received: '2015-03-27' }, '2015-04-06'],
    ['over Columbus Day while courts kept it', { received: '2015-10-08' }, '2015-10-16'],
    [
      'over the second Monday of October once they did not',
      { received: '2023-10-05' },
      '2023-10-12',
    ],
    ['over Native American Day', { received: '2023-09-20' }, '2023-09-28'],
    ['over Juneteenth', { received: '2024-06-17' }, '2024-06-25'],
    ['19 June before it was one', { received: '2015-06-17' }, '2015-06-24'],
    ['over Thanksgiving and the day after', { received: '2015-11-24' }, '2015-12-03'],
    ['over Christmas and the year end', { received: '2015-12-23' }, '2015-12-31'],
    ['into the new year', { received: '2015-12-29' }, '2016-01-06'],
    ['New Year on a Saturday is kept on Friday', { received: '2021-12-28' }, '2022-01-05'],
    ['Independence Day on a Saturday is kept on Friday', { received: '2015-07-01' }, '2015-07-09'],
    ['Independence Day on a Sunday is kept on Monday', { received: '2021-07-01' }, '2021-07-09'],
    ['two holidays in February', { received: '2015-02-10' }, '2015-02-19'],
    ['a leap day', { received: '2016-02-25' }, '2016-03-03'],
    [
      'more information asked: 14 days',
      { received: '2015-08-12', informationAsked: true },
      '2015-08-26',
    ],
    [
      '14 days end on a weekend all the same',
      { received: '2015-08-15', informationAsked: true },
      '2015-08-29',
    ],
    [
      '14 days run from an earlier recommendation',
      { received: '2015-08-12', informationAsked: true, recommended: '2015-08-10' },
      '2015-08-24',
    ],
    [
      'the 14 days end before the 5 business days',
      { received: '2015-08-12', recommended: '2015-08-03' },
      '2015-08-17',
    ],
    [
      'expedited over a weekend',
      { received: '2015-08-14', receivedAt: at(15, 0), review: 'expedited' },
      '2015-08-17',
    ],
    [
      'expedited after 5:30 pm',
      { received: '2015-08-12', receivedAt: at(20, 0), review: 'expedited' },
      '2015-08-15',
    ],
    ['retrospective', { received: '2017-08-15', review: 'retrospective' }, '2017-09-14'],
    [
      'retrospective over the year end',
      { received: '2015-12-15', review: 'retrospective' },
      '2016-01-14',
    ],
  ];

describe('decision clock', () => {
  it.each(cases)('%s', (_name, input, due) => {
    expect(decisionDue({ review: 'prospective', ...input }).due).toBe(due);
  });

  it('shows its working in sentences, each holiday by name', () => {
    const { working } = decisionDue({
      received: '2015-11-24',
      receivedAt: at(17, 45),
      review: 'prospective',
    });
    expect(working.map(inEnglish)).toEqual([
      'Received Tuesday, 24 November 2015 at 5:45 pm.',
      'After 5:30 pm Pacific: counts as received on the next business day, Wednesday, 25 November 2015.',
      'The day after is day 1; weekends do not count.',
      'Thursday, 26 November 2015, is Thanksgiving: it does not count.',
      'Friday, 27 November 2015, is the day after Thanksgiving: it does not count.',
      '5 business days: Friday, 4 December 2015.',
    ]);
  });

  it('gives the hour of an expedited decision', () => {
    const result = decisionDue({
      received: '2015-08-12',
      receivedAt: at(9, 5),
      review: 'expedited',
    });
    expect(result).toMatchObject({ due: '2015-08-15', dueAt: at(9, 5) });
  });

  it.each(['2015-02-30', '12-08-2015', ''])('refuses "%s"', (received) => {
    expect(() => decisionDue({ received, review: 'prospective' })).toThrow(RangeError);
  });
});
