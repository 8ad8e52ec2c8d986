import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { conceptsOf, firstFrom, type IndexedDocument } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import { type Medicine, medicinesOf } from '../../medicines/medicines.ts';
import type { Evidence } from '../../review.ts';
import type { Judge } from '../judge.ts';
import { isDone } from '../places.ts';
import { denials, isOfOtherDay, wordsFor } from './class-denials.ts';

/** Fewer medicines are a remark, not a list, unless it says that there are no others. */
const SHORTEST_LIST = 2;
/** Concepts of the packs: what heads a list of medicines, and what says that it is complete. */
const HEADINGS = ['medication-word', 'medicine-list-heading'];
const COMPLETE = 'no-other-medicines';
/** What says that what was named before is all. */
const NOTHING_ELSE = 'takes-nothing-else';

/**
 * Whether drugs of a class are absent from what the patient takes. One of them in use, from any
 * prescriber, is not met; a list of current medicines without one, or "no benzodiazepines", is met.
 * One in use that is denied at another day, or, where denials are weighed, anywhere, stands against that,
 * unless it is asked for itself.
 */
export const judgeMedicationListFreeOf: Judge<Settings<'medication-list-free-of'>> = (
  { classes, weighsDenials = false },
  { index, request, requests, asOf },
) => {
  const ofClass = medicinesOf(index, requests, asOf).filter(({ drug }) =>
    drug.classes.some((name) => classes.includes(name)),
  );
  const inUse = ofClass.filter(({ use }) => use === 'in-use');
  const earlier = [
    ...ofClass.filter(({ use }) => use === 'unsure').map(asEvidence('history')),
    ...ofClass.filter(({ use }) => use === 'lapsed').map(asEvidence('ambiguous')),
  ];
  if (inUse.length > 0) {
    const isAsked = inUse.some(({ drug }) =>
      requests.some(({ listed, drug: asked }) => listed && asked?.id === drug.id),
    );
    const weighed = isAsked ? [] : index.documents;
    const classesTaken = classes.filter((name) =>
      inUse.some(({ drug }) => drug.classes.includes(name)),
    );
    const taken = inUse.map(asEvidence('opposes'));
    const denied = weighed
      .flatMap((document) => denials(document, wordsFor(classesTaken)))
      .filter((denial) => weighsDenials || isOfOtherDay(denial, taken));
    return { evidence: [...taken, ...denied, ...earlier].slice(0, 8) };
  }
  const refs = classes.map((name) => `class:${name}`);
  const drugs = new Set(conceptsOf(refs, index.rulebook, request));
  const evidence = [
    ...ofClass.filter(({ use }) => use === 'stopped').map(asEvidence('supports')),
    ...index.documents.flatMap((document) => denials(document, wordsFor(classes))),
    ...index.documents.flatMap((document) => lists(document, drugs)),
  ];
  return { evidence: [...evidence, ...earlier].slice(0, 8) };
};

const WHY: Record<Medicine['use'], MessageKey> = {
  'in-use': 'why_in_use',
  unsure: 'why_named_earlier',
  lapsed: 'why_named_earlier',
  stopped: 'why_no_longer_taken',
};

function asEvidence(role: Evidence['role']): (medicine: Medicine) => Evidence {
  return ({ document, mention, use }) => evidenceAt(document, mention, role, say(WHY[use]));
}

/** Lists of current medicines: sections of them, and sentences that a word for them heads. */
function lists(document: IndexedDocument, drugs: ReadonlySet<string>): Evidence[] {
  const { sections, sentences } = document.reading;
  const said = (...concepts: string[]) =>
    concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .filter(({ assertion }) => assertion.voice === 'record' && assertion.subject === 'patient');
  const headed = said(...HEADINGS, COMPLETE).flatMap(({ sentence }) => sentences[sentence] ?? []);
  const ended = said(NOTHING_ELSE).map((mention) => {
    const { start } = scopeOf(document, mention, 'paragraph');
    return { start, end: mention.end };
  });
  const listed = sections.filter(({ kind }) => kind === 'medications');
  const found: Evidence[] = [];
  for (const span of [...listed, ...headed, ...ended]) {
    const evidence = list(document, span, drugs, ended.includes(span) ? 1 : SHORTEST_LIST);
    if (evidence && !found.some(({ start }) => start === evidence.start)) found.push(evidence);
  }
  return found.slice(0, 3);
}

function list(
  document: IndexedDocument,
  span: Span,
  drugs: ReadonlySet<string>,
  shortest: number,
): Evidence | undefined {
  const listed = within(document.reading.mentions.where(isDrug), span).filter(isDone);
  const complete = within(document.mentions.get(COMPLETE) ?? [], span).length > 0;
  const names = new Set(listed.map(({ concept }) => concept));
  const [first] = listed;
  const last = listed.at(-1);
  if (!first || !last || names.size < (complete ? 1 : shortest)) return undefined;
  if (listed.some(({ concept }) => drugs.has(concept))) return undefined;
  const place = { start: first.start, end: last.end, sentence: first.sentence };
  return evidenceAt(document, place, 'supports', say('why_list_has_none'));
}

function within(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  const found: Mention[] = [];
  for (let at = firstFrom(mentions, start); at < mentions.length; at += 1) {
    const mention = mentions[at] as Mention;
    if (mention.start >= end) break;
    found.push(mention);
  }
  return found;
}
