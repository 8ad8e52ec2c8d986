import type { Rulebook } from '../guidelines/rulebook.ts';
import { type Phrase, parsePhrase } from '../language/phrase.ts';
import type { ConceptDefinition } from '../language/vocabulary.ts';
import { say, type Words } from '../saying/said.ts';
import { conceptsOf } from './evidence/case-index.ts';
import type { FoundRequest } from './requests/found-request.ts';

/** The phrases that were searched, in words a reader can check: no pattern marks. */

/** Ways to write one phrase that are listed; the pattern may allow thousands. */
const MOST_WORDINGS = 8;
/** A receipt is read by a person. */
const MOST_TERMS = 120;

/** What stands for these references in a text: plain words before wordings with gaps and slots. */
export function termsOf(
  refs: string | readonly string[],
  rulebook: Rulebook,
  request?: FoundRequest,
): Words[] {
  const classes = classesOf(refs, request).map((ref) => say('term_any', nameOf(ref, rulebook)));
  const plain = new Set<string>();
  const patterned = new Set<string>();
  for (const id of conceptsOf(refs, rulebook, request)) {
    for (const term of termsOfConcept(id, rulebook)) {
      (/[…(]/.test(term) ? patterned : plain).add(term);
    }
    if (classes.length + plain.size >= MOST_TERMS) break;
  }
  return [...classes, ...plain, ...patterned].slice(0, MOST_TERMS);
}

/** Drug classes among references: a list of a hundred brands says less than the name of its class. */
function classesOf(refs: string | readonly string[], request?: FoundRequest): string[] {
  return [refs].flat().flatMap((ref) => {
    if (ref === 'requested-class')
      return (request?.drug?.classes ?? []).map((name) => `class:${name}`);
    return ref.startsWith('class:') ? [ref] : [];
  });
}

/** Several criteria search for one concept; its phrases are spelled once. */
const spelled = new WeakMap<ConceptDefinition, string[]>();

/** The phrases of a concept, or the names of a drug, spelled out. */
export function termsOfConcept(id: string, rulebook: Rulebook): string[] {
  const concept = rulebook.concepts.get(id);
  if (concept) {
    const known = spelled.get(concept);
    if (known) return known;
    const phrases = concept.phrases.flatMap((phrase) => wordings(phrase, rulebook));
    const terms = [...phrases, ...Object.keys(concept.slips ?? {})];
    spelled.set(concept, terms);
    return terms;
  }
  const drug = id.startsWith('drug:') ? rulebook.drugs.get(id.slice('drug:'.length)) : undefined;
  return drug ? [drug.generic, ...drug.brands] : [];
}

/** "(circumscribed|discrete)? trigger point" as "circumscribed trigger point", ... */
export function wordings(phrase: string, rulebook: Rulebook): string[] {
  return spell(parsePhrase(phrase), rulebook).slice(0, MOST_WORDINGS);
}

function spell(phrase: Phrase, rulebook: Rulebook): string[] {
  switch (phrase.kind) {
    case 'words':
    case 'exact':
      return [phrase.text];
    case 'gap':
      return ['…'];
    case 'number':
      return ['(number)'];
    case 'concept':
      return [`(${nameOf(phrase.id, rulebook)})`];
    case 'choice':
      return phrase.options.flatMap((option) => spell(option, rulebook));
    case 'optional':
      return ['', ...spell(phrase.item, rulebook)];
    case 'sequence':
      return phrase.items.reduce<string[]>(
        (starts, item) => {
          const ends = spell(item, rulebook).slice(0, MOST_WORDINGS);
          const joined = starts.flatMap((start) => ends.map((end) => `${start} ${end}`.trim()));
          return joined.slice(0, MOST_WORDINGS * MOST_WORDINGS);
        },
        [''],
      );
  }
}

/** The plain name of a concept, a drug or a class. */
export function nameOf(ref: string, rulebook: Rulebook): string {
  if (ref.startsWith('class:')) {
    const name = ref.slice('class:'.length);
    return rulebook.classNames.get(name) ?? name.replaceAll('-', ' ');
  }
  if (ref.startsWith('drug:')) {
    return rulebook.drugs.get(ref.slice('drug:'.length))?.generic ?? ref.slice('drug:'.length);
  }
  return rulebook.concepts.get(ref)?.name ?? ref.replaceAll('-', ' ');
}
