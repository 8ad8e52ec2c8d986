/** What decided an assertion, in one plain sentence for the reader. */
import { type MessageKey, type Said, say, sayAll, sayCount } from '../../saying/said.ts';
import type { Assertion, Mention, Reason } from '../mention.ts';

const SAID: Readonly<Record<Assertion[Reason['axis']], MessageKey>> = {
  affirmed: 'mention_affirmed',
  negated: 'mention_negated',
  possible: 'mention_possible',
  conditional: 'mention_conditional',
  current: 'mention_current',
  past: 'mention_past',
  planned: 'mention_planned',
  patient: 'mention_patient',
  other: 'mention_other',
  record: 'mention_record',
  guideline: 'mention_guideline',
  reviewer: 'mention_reviewer',
};

/**
 * One sentence, such as `negated by "denies", 3 words before; in the past by the section "PMH"`.
 * `text` is the text the mention was read from.
 */
export function explainAssertion(
  { assertion, slip }: Pick<Mention, 'assertion' | 'slip'>,
  text: string,
): Said {
  const parts = assertion.because.map((reason) => explainReason(assertion, reason, text));
  const how = sayAll('joint_semicolon', parts) ?? say('mention_plain');
  return slip === undefined ? how : say('mention_read_as', how, slip);
}

function explainReason(assertion: Assertion, reason: Reason, text: string): Said {
  const how = say(SAID[assertion[reason.axis]]);
  const words = text.slice(reason.start, reason.end).replace(/\s+/g, ' ');
  if (reason.by === 'section') {
    return words === ''
      ? say('mention_by_its_section', how)
      : say('mention_by_section', how, words);
  }
  if (reason.by === 'form') {
    return words === '' ? say('mention_without_answer', how) : say('mention_by_answer', how, words);
  }
  const { distance } = reason;
  return distance === undefined
    ? say('mention_by_words', how, words)
    : say('mention_by_words_at', how, words, placeOf(distance));
}

function placeOf(distance: number): Said {
  const isAfter = distance < 0;
  const words = isAfter ? -distance - 1 : distance;
  if (words === 0) return say(isAfter ? 'place_just_after' : 'place_just_before');
  return sayCount(isAfter ? 'words_after' : 'words_before', words);
}
