import { expect, test } from 'vitest';
import { say, sayAll, sayCount, type Words } from '../../lib/saying/said.ts';
import { wordedIn, wordedThroughout } from '../../lib/wording/language.ts';
import { languageOf } from '../../lib/wording/message-file.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import spanish from '../../public/_locales/es/messages.json' with { type: 'json' };

const [inEnglish, inSpanish] = [english, spanish].map((file) => {
  const language = languageOf(file);
  return (words: Words) => wordedIn(language, words);
}) as [(words: Words) => string, (words: Words) => string];

test.each<[string, Words, string, string]>([
  [
    'words of a pack stay',
    'Longer than the limit.',
    'Longer than the limit.',
    'Longer than the limit.',
  ],
  ['a count takes its form', sayCount('amount_visits', 1), '1 visit', '1 visita'],
  [
    'a range stands for a count',
    say('amount_visits_other', say('range_words', 8, 14)),
    '8 to 14 visits',
    '8 a 14 visitas',
  ],
  [
    'a number has the language’s point',
    say('amount_mme', 12.5),
    '12.5 MME a day',
    '12,5 MME al día',
  ],
  [
    'thousands are parted from five digits on',
    say('amount_mme', 1200),
    '1200 MME a day',
    '1200 MME al día',
  ],
  [
    'a day has its weekday where it is asked for',
    say('clock_due', { day: '2015-08-19', weekday: true }),
    'Due Wednesday, 19 August 2015.',
    'Vence el miércoles 19 de agosto de 2015.',
  ],
  [
    'a day is as precise as it is known',
    say('working_until', { day: '2013' }, { day: '2015-08' }),
    '2013 to August 2015',
    '2013 hasta agosto de 2015',
  ],
  [
    'parts are joined two by two',
    sayAll('joint_plus', [say('part_done', 12), say('part_requested', 6)]) ?? '',
    '12 done so far + 6 requested',
    '12 hechas hasta ahora + 6 solicitadas',
  ],
  [
    'a dollar sign of the record is no place',
    say('in_quotes', 'paid $1 and $words$'),
    '"paid $1 and $words$"',
    '“paid $1 and $words$”',
  ],
])('%s', (_what, words, en, es) => {
  expect(inEnglish(words)).toBe(en);
  expect(inSpanish(words)).toBe(es);
});

test('data is worded throughout and otherwise left alone', () => {
  const finding = {
    id: 'safety/age',
    reason: say('joint_sentences', 'At this age.', say('measure_age', 71)),
    evidence: [{ start: 3, why: say('why_age', 71), date: null }],
  };
  expect(wordedThroughout(languageOf(english), finding)).toEqual({
    id: 'safety/age',
    reason: 'At this age. Age 71',
    evidence: [{ start: 3, why: 'age 71', date: null }],
  });
});
