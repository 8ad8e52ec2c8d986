import type { DateValue, Mention } from '../../../language/mention.ts';
import { conceptsOf, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { daysBefore } from '../../evidence/dates.ts';
import { isAbout } from '../../evidence/drug-subject.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { JudgeContext } from '../judge.ts';
import type { Placed } from '../places.ts';

/** Concept of the shipped packs: "is new", "none before", "never had a muscle relaxer". */
const NO_EARLIER_USE = 'no-earlier-use';

/**
 * Statements of the record that drugs of some classes were not taken before, or not since a time that is
 * over. The words hold their own denial.
 */
export function toldAsFirst(classes: readonly string[], context: JudgeContext): Placed<Mention>[] {
  const { rulebook, documents } = context.index;
  const refs = classes.flatMap((name) => [`class:${name}`, `class-word:${name}`]);
  const drugs = new Set(conceptsOf(refs, rulebook));
  return documents.flatMap((document) =>
    (document.mentions.get(NO_EARLIER_USE) ?? [])
      .filter(
        (mention) =>
          isStated(document, mention) &&
          isAbout(document, mention, drugs) &&
          isOfNow(document, mention, drugs, context.asOf),
      )
      .map((item) => ({ document, item })),
  );
}

/** "None before" holds its own denial; "New start? [x] No" does not. */
const DENYING = /\b(?:no|none|not|never|naive)\b|n['’]t\b/i;

function isDenying({ reading: { text } }: IndexedDocument, { start, end }: Span): boolean {
  return DENYING.test(text.slice(start, end));
}

function isStated(document: IndexedDocument, mention: Mention): boolean {
  const { presence, subject, voice } = mention.assertion;
  if (subject !== 'patient' || voice !== 'record') return false;
  return presence === 'affirmed' || (presence === 'negated' && isDenying(document, mention));
}

/** What was new longer ago is taken since. */
export const NEW_FOR_DAYS = 14;
/** "Gastritis 2012, none since": of what its own sentence names. */
const NONE = /^none\b/i;
const OPENS = /^\W*(?:(?:he|she|i|pt|patient|they)\W+)?(?:(?:has|had|have|taken|took)\W+){0,2}$/i;

function isOfNow(
  document: IndexedDocument,
  mention: Mention,
  drugs: ReadonlySet<string>,
  asOf: DateValue,
): boolean {
  if (!isDenying(document, mention)) {
    const days = daysBefore(document, mention, asOf);
    return days === undefined || days <= NEW_FOR_DAYS;
  }
  const { text } = document.reading;
  if (!NONE.test(text.slice(mention.start, mention.end))) return true;
  const { start } = scopeOf(document, mention, 'sentence');
  const before = { start, end: mention.start };
  return OPENS.test(text.slice(start, mention.start)) || names(document, [...drugs], before);
}
