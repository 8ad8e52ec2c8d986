import type { EvidenceRule } from '../../guidelines/evidence-rule.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { Mention } from '../../language/mention.ts';
import { conceptsOf, type IndexedDocument } from './case-index.ts';
import { CLASS_WORD, DRUG, isDrugOrClass } from './drug-subject.ts';
import type { Match } from './match-rule.ts';
import { createMemo } from './memo.ts';
import { clauseAround, type Place, scopeOf, shares } from './scopes.ts';
import { type Told, toldSide } from './told-apart.ts';

/** Concept of the packs: words that speak of all time and not of one visit, "never", "no history". */
const ALL_TIME = 'of-all-time';
/** Concept of the packs: words that speak of others or only of these days, "no other", "not this week". */
const OF_OTHERS = 'of-others-or-lately';
/** Concept of the packs: medicines in general. */
const ANY_MEDICINE = 'medication-word';
const isMedicine = (concept: string) => concept === ANY_MEDICINE || isDrugOrClass(concept);

interface Found {
  at?: Told | undefined;
  /** A computation has weighed all that is told of its thing. */
  computed?: boolean;
}

/**
 * Whether a statement of one side is not denied by the other: by a word of its own or by its kind, at
 * another place: "takes ibuprofen", "no ibuprofen", "no NSAID". What is read both ways in one place is one
 * statement.
 */
export function isUndenied(
  statements: readonly Found[],
  others: readonly Found[],
): (statement: Found) => boolean {
  const denials = others.filter(
    ({ at, computed = false }) =>
      at &&
      !computed &&
      !isOfOthers(at.document, at.item) &&
      !statements.some((one) => one.at && overlap(one.at, at)),
  );
  if (denials.length === 0) return () => true;
  const denied = new Set(denials.flatMap(thingsOf));
  return (one) => one.computed === true || !thingsOf(one).some((thing) => denied.has(thing));
}

/** What a statement tells of: its words, as they are compared, and what it names. */
function thingsOf({ at }: Found): readonly string[] {
  if (!at) return [];
  return things(at, '', () => [...toldSide([at]).words(), ...(at.names?.() ?? [])]);
}

const things = createMemo<Told, readonly string[]>();

function overlap(one: Told, other: Told): boolean {
  return one.document === other.document && shares(one.item, other.item);
}

/**
 * The drugs, classes of drugs and care that a match names. What supports is of the kind of its drugs too,
 * so that who denies the kind denies it: "naproxen failed", "never had an NSAID".
 */
export function namesOf(
  { document, mention, companions, rule }: Match,
  isSupport: boolean,
  rulebook: Rulebook,
): string[] {
  const { mentions } = document.reading;
  const asked = askedBy(rule, rulebook);
  const isNamed = ({ concept }: Mention) => isMedicine(concept) || asked.has(concept);
  if (!isSupport) {
    // who denies one of a list denies the others
    const phrase = scopeOf(document, mention, 'phrase');
    const isDenied = ({ start, end, assertion }: Mention) =>
      assertion.presence === 'negated' || (start >= phrase.start && end <= phrase.end);
    const clause = mentions.within(clauseAround(document, mention));
    return clause.filter((other) => isNamed(other) && isDenied(other)).map(conceptOf);
  }
  const found = [mention, ...companions].flatMap((span) => mentions.within(span));
  const named = found.filter(isNamed).map(conceptOf);
  const drugs = named.flatMap((name) => rulebook.drugs.get(name.slice(DRUG.length)) ?? []);
  const kinds = drugs.flatMap(({ classes }) => classes.map((kind) => `${CLASS_WORD}${kind}`));
  if (drugs.length > 0) return [...named, ...kinds, ANY_MEDICINE];
  return [...named, ...mentions.within(mention).map(conceptOf)];
}

function conceptOf({ concept }: Mention): string {
  return concept;
}

/** What a rule finds beside something else: of the two, one is the care that is told of. */
function askedBy(rule: EvidenceRule, rulebook: Rulebook): ReadonlySet<string> {
  return asked(rule, rulebook, () => {
    const { find, with: beside = [] } = rule;
    const refs = beside.flatMap((companion) => {
      if (typeof companion === 'string' || Array.isArray(companion)) return companion;
      return 'find' in companion ? companion.find : [];
    });
    return new Set(refs.length > 0 ? conceptsOf([find, refs].flat(), rulebook) : []);
  });
}

/** Whether the clause of a statement speaks of all time: a denial of the past too. */
export function isOfAllTime(document: IndexedDocument, place: Place): boolean {
  return hasInClause(ALL_TIME, document, place);
}

/** Whether the clause of a denial speaks of others, or of these days: it denies nothing told before. */
export function isOfOthers(document: IndexedDocument, place: Place): boolean {
  return hasInClause(OF_OTHERS, document, place);
}

function hasInClause(concept: string, document: IndexedDocument, place: Place): boolean {
  const { start, end } = clauseAround(document, place);
  return document.mentions.of(concept, start, end).length > 0;
}

const asked = createMemo<EvidenceRule, ReadonlySet<string>, Rulebook>();
