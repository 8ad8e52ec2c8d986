/**
 * What is denied answers the contrary: "it is not true that he failed therapy", "walks farther with it?
 * No.", "does not lift more since therapy".
 */

import type { EvidenceRule } from '../../guidelines/evidence-rule.ts';
import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import type { Assertion, Reason } from '../../language/mention.ts';
import type { Match } from '../evidence/match-rule.ts';
import type { Span } from '../evidence/scopes.ts';
import type { EvidenceRole } from '../review.ts';

/** Whether words outside of some places deny the statement that they belong to. */
export function isWhollyDenied(assertion: Assertion, ...places: Span[]): boolean {
  return denialsOf(assertion, places).some(({ whole, by }) => whole === true && by === 'cue');
}

/** Whether a match is denied as a whole, and neither by its own words nor by those beside it. */
export function isWhollyDeniedMatch({ mention, companions }: Match): boolean {
  return isWhollyDenied(mention.assertion, mention, ...companions);
}

/** Whether a match is denied by the answer to it, or by a word in its own clause: "does not (lift more)". */
export function isDeniedMatch({ document, mention, companions }: Match): boolean {
  const { text } = document.reading;
  const isApart = (one: Span, other: Span) =>
    APART.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));
  return denialsOf(mention.assertion, [mention, ...companions]).some(
    (denial) =>
      denial.by === 'form' ||
      (DENYING.test(denial.words) &&
        [denial, ...companions].every((other) => !isApart(mention, other))),
  );
}

/** A word, and no sign or number that may stand for much else. */
const DENYING = /^(?!zero\b|nil\b)[a-z'’ ]{2,}$/i;
/** Behind one of these another clause or the next of a list begins. */
const APART = /[,;:()|\n\t]|[-.] /;

/** What denies it and is none of some places. */
function denialsOf({ presence, because }: Assertion, places: readonly Span[]): Reason[] {
  if (presence !== 'negated') return [];
  return because.filter(
    ({ axis, start, end }) =>
      axis === 'presence' && places.every((place) => end <= place.start || place.end <= start),
  );
}

/** What a match speaks for, whose rule counts it on a side: the contrary, if it is denied as a whole. */
export function roleOf(match: Match, role: EvidenceRole): EvidenceRole {
  if (!countsEitherWay(match.rule) || !isDeniedStatement(match)) return role;
  return role === 'supports' ? 'opposes' : 'ambiguous';
}

/** Whether a rule counts words that hold their own denial, so that "negated" tells nothing of them. */
function countsEitherWay({ presence, answered = false }: EvidenceRule): boolean {
  return !answered && presence !== undefined && presence.includes('affirmed');
}

function isDeniedStatement({ mention, companions }: Match): boolean {
  return denialsOf(mention.assertion, [mention, ...companions]).some(({ whole }) => whole);
}

/** "Drops from 7 to 3: no": whether what a form answers denies it. */
export function isDeniedByForm(assertion: Assertion): boolean {
  return assertion.presence === 'negated' && isDecidedBy(assertion, 'presence', 'form');
}

/** "Did not (fall from 8 to 4)": whether a verb's denial stands right before a place. */
export function isDeniedVerb(assertion: Assertion, place: Span, within = RIGHT_BEFORE): boolean {
  return denialsOf(assertion, [place]).some(
    ({ words, distance = FAR }) => distance >= 0 && distance <= within && OF_A_VERB.test(words),
  );
}

const FAR = 99;
const RIGHT_BEFORE = 2;
const OF_A_VERB = /(?:\b(?:not|never|cannot|nor|to|incapable of)|n['’]t)$/i;
