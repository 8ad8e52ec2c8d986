import type { Settings } from '../../guidelines/judge-use.ts';
import type { Mention } from '../../language/mention.ts';
import { conceptsOf, firstFrom, type IndexedDocument } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { Evidence } from '../review.ts';
import type { Judge } from './judge.ts';
import { isDone } from './places.ts';

/** Fewer medicines are a remark, not a list. */
const SHORTEST_LIST = 2;

/**
 * Whether drugs of a class are absent from what the patient takes. One of them in use, from any
 * prescriber, is not met; a list of current medicines without one, or "no benzodiazepines", is met.
 */
export const judgeMedicationListFreeOf: Judge<Settings<'medication-list-free-of'>> = (
  { classes },
  context,
) => {
  const refs = classes.map((name) => `class:${name}`);
  const drugs = new Set(conceptsOf(refs, context.index.rulebook, context.request));
  const words = new Set(classes.map((name) => `class-word:${name}`));
  const evidence: Evidence[] = [];
  for (const document of context.index.documents) {
    evidence.push(...inUse(document, drugs));
    evidence.push(...denied(document, new Set([...drugs, ...words])));
  }
  if (!evidence.some(({ role }) => role === 'opposes')) {
    evidence.push(...context.index.documents.flatMap((document) => lists(document, drugs)));
  }
  return { evidence: evidence.slice(0, 8) };
};

function inUse(document: IndexedDocument, drugs: ReadonlySet<string>): Evidence[] {
  return document.reading.mentions
    .filter(
      (mention) =>
        drugs.has(mention.concept) &&
        (isDone(mention) || isAsked(mention)) &&
        mention.assertion.time !== 'past',
    )
    .slice(0, 4)
    .map((mention) => evidenceAt(document, mention, 'opposes', 'in use'));
}

/** A refill that is asked for is in use. */
function isAsked({ assertion }: Mention): boolean {
  return (
    assertion.presence === 'affirmed' &&
    assertion.time === 'planned' &&
    assertion.subject === 'patient' &&
    assertion.voice === 'record'
  );
}

function denied(document: IndexedDocument, concepts: ReadonlySet<string>): Evidence[] {
  return document.reading.mentions
    .filter(
      ({ concept, assertion }) =>
        concepts.has(concept) &&
        assertion.subject === 'patient' &&
        assertion.voice === 'record' &&
        (assertion.presence === 'negated' ||
          (assertion.presence === 'affirmed' && assertion.time === 'past')),
    )
    .slice(0, 2)
    .map((mention) =>
      mention.assertion.presence === 'negated'
        ? evidenceAt(document, mention, 'supports', 'said not to be taken')
        : evidenceAt(document, mention, 'history', 'taken in the past'),
    );
}

/** Sections that list the current medicines, at their first line. */
function lists(document: IndexedDocument, drugs: ReadonlySet<string>): Evidence[] {
  const { sections, mentions } = document.reading;
  return sections
    .filter(({ kind }) => kind === 'medications')
    .flatMap((section) => {
      const listed: Mention[] = [];
      for (let at = firstFrom(mentions, section.start); at < mentions.length; at += 1) {
        const mention = mentions[at] as Mention;
        if (mention.start >= section.end) break;
        if (mention.concept.startsWith('drug:') && isDone(mention)) listed.push(mention);
      }
      const names = new Set(listed.map(({ concept }) => concept));
      const first = listed[0];
      const last = listed.at(-1);
      if (!first || !last || names.size < SHORTEST_LIST) return [];
      if (listed.some(({ concept }) => drugs.has(concept))) return [];
      const place = { start: first.start, end: last.end, sentence: first.sentence };
      return [evidenceAt(document, place, 'supports', 'the list of medicines has none')];
    });
}
