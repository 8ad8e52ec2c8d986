import type { Mention } from '../../language/mention.ts';
import { type IndexedDocument, names } from './case-index.ts';
import { drugsIn, OTHER_SUBJECTS } from './drug-subject.ts';
import { type Asserted, meantWithin } from './meant-mentions.ts';
import { beginsItem, type Span } from './scopes.ts';

/** Sentences after the one that names it, in which care is gone on about. */
const CARRIED = 3;
/** So far into its sentence an outcome stands. */
const FARTHEST = 60;
/** A predicate without its subject: "Upset her stomach", "Never helped". */
const PREDICATE =
  /^\W*(?:(?:just|only|also|then|soon|really|but|and) )*(?:\w+ed|\w+n[’']t|did|does|made|makes|gave|gives|left|upsets?|hurts?|kept|keeps|took (?:(?:him|her|them|me) off|it|them)|tore|ate|never|not|caused|got (?:sick|dizzy|worse|nothing|no)|wore|was|were|had to|could(?: not|n[’']t)|quit|put (?:him|her|me)|felt|broke|burns?|too|no longer|barely|hardly)\b/i;
/** "They made him worse", "She could not stay awake on it". */
const POINTS_BACK =
  /^\W*(?:it|that|this|they|these|those|both|neither|none|all of (?:it|them))\b|\b(?:on|off|with|from|to|by|of|stopped|quit|dropped|stand|take|tolerate|left) (?:it|them|those)\b/i;
/** What may follow an outcome that is all a sentence says: "No help at all.", "Heartburn, and a rash". */
const REST =
  /^\W*(?:$|(?:at all|so far|whatsoever|either|there|anyway|really|to speak of|and|or|but|after|by|within|until|then|too|again|with(?: either| any)?(?: of)? (?:it|them|that|those|this|these)|(?:on|from|to|by|of) (?:it|them|that|those|this|these|either)|(?:for|of|in) (?:the |his |her )?(?:pain|symptoms|leg|back|neck|arm)|per|each|all|every|the (?:first|second|third|same|next|whole))\b)/i;

/** What stands beside a finding. */
export interface Found extends Span {
  /** A sentence after the finding's own tells it. */
  toldOn?: true;
}

/**
 * The first outcome that no word ties to its care but that the sentence after it says, without a subject
 * of its own: "Tried naproxen. Upset her stomach."
 */
export function outcomeAfter(
  document: IndexedDocument,
  care: Mention,
  outcomes: readonly string[],
  meant: Asserted,
): Found | undefined {
  if (outcomes.length === 0 || care.assertion.presence === 'negated') return undefined;
  const after = sentencesAfter(document, care);
  if (!after) return undefined;
  for (const concept of outcomes) {
    const told = meantWithin(document, concept, after, meant).find((it) => tellsOn(document, it));
    if (told) return { start: told.start, end: told.end, toldOn: true };
  }
  return undefined;
}

/** The sentences that go on after a mention and name no care of their own. */
function sentencesAfter(document: IndexedDocument, { sentence }: Mention): Span | undefined {
  const { sentences, text } = document.reading;
  let before = sentences[sentence];
  let after: Span | undefined;
  for (let on = 1; on <= CARRIED && before; on += 1) {
    const next = sentences[sentence + on];
    if (!next || next.section !== before.section || next.paragraph !== before.paragraph) break;
    if (beginsItem(text, before, next)) break;
    if (drugsIn(document, next).length > 0 || names(document, OTHER_SUBJECTS, next)) break;
    after = { start: after?.start ?? next.start, end: next.end };
    if (!goesOn(text.slice(next.start, next.end))) break;
    before = next;
  }
  return after;
}

/** Whether a sentence says an outcome of what an earlier one names. */
function tellsOn(document: IndexedDocument, outcome: Mention): boolean {
  const { sentences, text } = document.reading;
  const { start, end } = sentences[outcome.sentence] as Span;
  const words = text.slice(start, end);
  if (/\?\s*$/.test(words) || outcome.start - start > FARTHEST) return false;
  if (isDenied(outcome)) return false;
  if (goesOn(words)) return true;
  return !/\w/.test(text.slice(start, outcome.start)) && REST.test(text.slice(outcome.end, end));
}

/** "Used it for a month.", "Yes.", "Result?": a sentence without a subject of its own. */
function goesOn(words: string): boolean {
  return PREDICATE.test(words) || POINTS_BACK.test(words) || /^\W*\w+\W*$|\?\s*$/.test(words);
}

/** "Denies nausea", and not "no help": a word outside the outcome takes it away. */
function isDenied({ start, end, assertion: { presence, because } }: Mention): boolean {
  if (presence !== 'negated') return false;
  return because.some((cue) => cue.axis === 'presence' && (cue.start >= end || cue.end <= start));
}

/** The end of a list of what is denied, or nothing: "no (stomach upset)", "denies rash or (nausea)". */
const IN_A_LIST = /^(?:[\w ]{0,30}(?:,|\bor\b)){0,4}(?: \w+)? $/;

/** "Without nausea": the same right after the word that denies it. */
export function isDeniedBefore({ reading: { text } }: IndexedDocument, outcome: Mention): boolean {
  const { start, assertion } = outcome;
  return (
    assertion.presence === 'negated' &&
    assertion.because.some(
      (cue) =>
        cue.axis === 'presence' && cue.end <= start && IN_A_LIST.test(text.slice(cue.end, start)),
    )
  );
}
