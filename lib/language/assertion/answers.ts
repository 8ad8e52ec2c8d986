/**
 * What stands as an answer on a form: after a label, in the next cell, beside a box. Folded words;
 * the longest answer at a place counts.
 */
export type Answer = 'yes' | 'no' | 'open';

const WORDS: Readonly<Record<Answer, string>> = {
  no: 'no|nope|nah|none|negative|neg|absent|denies|denied|nil|never|not present|not found|not seen|not tried|not done|not elicited|none noted|none felt|none found|none elicited|none evoked|none reported|none seen|none documented|no evidence|not evident|not palpable|not noted|0|false|n|( - )|-|without|not performed|not attempted|ø',
  yes: 'yes|yep|yup|yeah|positive|pos|present|y|true|+|( + )|noted|found|done|elicited|confirmed|completed|++|+++|yes -|checked',
  open: 'unknown|n/a|na|not applicable|tbd|pending|deferred|not tested|not assessed|not addressed|not recorded|not stated|not provided|blank|?|see below|see attached|to be determined|not examined|not evaluated|not asked|unable to assess|not available|see report|unspecified|y/n|n/y|yes/no|no/yes',
};

export const ANSWERS: ReadonlyMap<string, Answer> = new Map(
  (Object.keys(WORDS) as Answer[]).flatMap((answer) =>
    WORDS[answer].split('|').map((words): [string, Answer] => [words, answer]),
  ),
);

/** Words that open a question of a form. */
export const QUESTION_WORDS: readonly string[] =
  'is are was were does do did has have had can could will would should any what which how when who where why if'.split(
    ' ',
  );
