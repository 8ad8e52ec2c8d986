/** The mentions of a concept that are meant as a rule asks: whether so, when, and by whom. */
import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import type { Assertion, Mention, Presence, Time, Voice } from '../../language/mention.ts';
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Span } from './scopes.ts';

/** What is said to be so, unless a rule asks otherwise. */
export const PRESENT: readonly Presence[] = ['affirmed'];

/** How a mention must be meant to count. */
export interface Asserted {
  presence: readonly Presence[];
  /** How what stands beside it must be meant, where nothing else is asked. */
  beside: readonly Presence[];
  time: readonly Time[];
  voice: readonly Voice[];
  anySubject: boolean;
  /** A form's facts count as current. */
  stated: boolean;
}

/** One object for all that ask alike. */
export function assertedAs(asserted: Asserted): Asserted {
  const { presence, beside, time, voice, anySubject, stated } = asserted;
  const key = `${presence} ${beside} ${time} ${voice} ${anySubject} ${stated}`;
  const known = alike.get(key) ?? asserted;
  alike.set(key, known);
  return known;
}

const alike = new Map<string, Asserted>();

/** The mentions of a concept that are meant so. */
export function meantMentions(
  document: IndexedDocument,
  concept: string,
  asserted: Asserted,
): readonly Mention[] {
  const all = document.mentions.get(concept);
  if (all === undefined) return NONE;
  const byConcept = meantBy(document, asserted, () => new Map());
  let found = byConcept.get(concept);
  if (found === undefined) {
    found = all.filter(({ assertion }) => isMeant(assertion, asserted));
    byConcept.set(concept, found);
  }
  return found;
}

/** As `meantMentions`, of those that lie wholly in a stretch; only they are made. */
export function meantWithin(
  { mentions }: IndexedDocument,
  concept: string,
  { start, end }: Span,
  asserted: Asserted,
): readonly Mention[] {
  return mentions.of(concept, start, end).filter(({ assertion }) => isMeant(assertion, asserted));
}

const NONE: readonly Mention[] = [];
const meantBy = createMemo<IndexedDocument, Map<string, readonly Mention[]>, Asserted>();

function isMeant(assertion: Assertion, asserted: Asserted): boolean {
  const { presence, time, subject, voice } = asserted.stated ? asStated(assertion) : assertion;
  return (
    asserted.presence.includes(presence) &&
    asserted.time.includes(time) &&
    asserted.voice.includes(voice) &&
    (asserted.anySubject || subject === 'patient')
  );
}

/** Nothing but the section makes it planned: a fact on the form of a request. */
export function isPlannedBySection(assertion: Assertion): boolean {
  return (
    assertion.time === 'planned' &&
    isDecidedBy(assertion, 'time', 'section') &&
    !isDecidedBy(assertion, 'time', 'cue')
  );
}

/** "If he lifts again", "the goal is that he lifts"; a box that is not ticked is none. */
export function isCondition(assertion: Assertion): boolean {
  return assertion.presence === 'conditional' && isDecidedBy(assertion, 'presence', 'cue');
}

/** "Taper considered:" and nothing behind it: what a form asks for is no evidence. */
export function isLeftBlank({ because }: Assertion): boolean {
  return because.some(
    ({ axis, by, words }) => axis === 'presence' && by === 'form' && words === '',
  );
}

function asStated(assertion: Assertion): Assertion {
  return isPlannedBySection(assertion) ? { ...assertion, time: 'current' } : assertion;
}
