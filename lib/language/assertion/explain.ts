/** What decided an assertion, in one plain sentence for the reader. */
import type { Assertion, Mention, Reason } from '../mention.ts';

const SAID: Readonly<Record<string, string>> = {
  negated: 'negated',
  possible: 'only possible',
  conditional: 'conditional',
  affirmed: 'affirmed',
  past: 'in the past',
  planned: 'planned',
  other: 'about another person',
  guideline: "a guideline's rule",
  reviewer: "a reviewer's claim",
};

/**
 * One sentence, such as `Negated by "denies", 3 words before; in the past by the section "PMH".`
 * `text` is the text the mention was read from.
 */
export function explainAssertion(mention: Mention, text: string): string {
  const { assertion } = mention;
  const parts = assertion.because.map((reason) => explainReason(assertion, reason, text));
  const said =
    parts.length === 0
      ? 'affirmed, current, of the patient, in the record: no cue says otherwise'
      : parts.join('; ');
  const slip = mention.slip === undefined ? '' : `; read as "${mention.slip}"`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${slip}.`;
}

function explainReason(assertion: Assertion, reason: Reason, text: string): string {
  const said = SAID[assertion[reason.axis]] ?? assertion[reason.axis];
  const words = text.slice(reason.start, reason.end).replace(/\s+/g, ' ');
  if (reason.by === 'section') {
    return words === '' ? `${said} by its section` : `${said} by the section "${words}"`;
  }
  if (reason.by === 'form') {
    return words === '' ? `${said}: the form holds no answer` : `${said} by the answer "${words}"`;
  }
  return `${said} by "${words}"${place(reason.distance)}`;
}

function place(distance: number | undefined): string {
  if (distance === undefined) return '';
  const words = distance < 0 ? -distance - 1 : distance;
  const side = distance < 0 ? 'after' : 'before';
  if (words === 0) return `, just ${side}`;
  return `, ${words} word${words === 1 ? '' : 's'} ${side}`;
}
