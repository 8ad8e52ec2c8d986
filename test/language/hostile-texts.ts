/** Texts made to slow a reader down, by name; each of about the length asked for, in UTF-16 units. */
export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'the word "no" again and again': (length) => 'no '.repeat(length / 3),
  'one sentence without an end': (length) => 'denies pain in the left arm or '.repeat(length / 31),
  'brackets in brackets': (length) => `${'('.repeat(length / 2)}pain${')'.repeat(length / 2)}`,
  'square brackets': (length) => '[ ] '.repeat(length / 4),
  'every word a cue': (length) =>
    'no not denies possible history of if will mother but '.repeat(length / 53),
  'every word a cue or a mention': (length) =>
    'no pain if pain but pain was not seen pain '.repeat(length / 43),
  'gaps that never close': (length) => 'pain a b c d '.repeat(length / 13),
  'colons and labels': (length) => 'Plan: Pain: Exam: '.repeat(length / 18),
  'question marks': (length) => 'pain? '.repeat(length / 6),
  commas: (length) => ','.repeat(length),
  'a line drawn with hyphens': (length) => `no ${'- '.repeat(length / 2)}`,
  'hyphens at line ends': (length) => 'tri-\n'.repeat(length / 5),
  'empty lines': (length) => '\n'.repeat(length),
  'one long word': (length) => 'a'.repeat(length),
  'one long number': (length) => '1'.repeat(length),
  'dotted letters': (length) => 'a.'.repeat(length / 2),
  'slashed letters': (length) => 'a/'.repeat(length / 2),
  cells: (length) => 'pain | no | '.repeat(length / 12),
  dates: (length) => '8/12/15 '.repeat(length / 8),
  emoji: (length) => '😀'.repeat(length / 2),
};
