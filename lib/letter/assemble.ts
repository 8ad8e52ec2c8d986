import { inOneLine } from '../case/passage.ts';
import type { Evidence, Review } from '../review/review.ts';
import { absenceSentences, sharedSearch } from './absence.ts';
import { citationParagraphs, citationsInOrder, isInForce } from './citations.ts';
import { type Draft, type Paragraph, type Segment, said, segmentOf } from './draft.ts';
import type { CriterionInEnglish, EvidenceInEnglish, RequestInEnglish } from './in-english.ts';
import { judgementParagraphs } from './own-judgements.ts';
import { type Naming, passageWords } from './passage-words.ts';
import { type Decision, decisionSentence } from './roles.ts';
import { sides } from './sides.ts';

/** What the reviewer chose to have in the draft, by the keys of `choicesOf`. */
export interface Choices {
  decision: Decision | null;
  /** Taken in beside what is taken in anyway. */
  added: readonly string[];
  leftOut: readonly string[];
}

export const noChoices: Choices = { decision: null, added: [], leftOut: [] };

/** One thing that may stand in the draft or not. */
export interface Choice {
  key: string;
  kind: 'for' | 'against' | 'unclear' | 'claim' | 'history' | 'computed' | 'absence' | 'citation';
  text: string;
  /** Whether it is taken in where the reviewer says nothing: both sides of the record always are. */
  usual: boolean;
}

/** The choices of one criterion. */
export interface CriterionChoices {
  criterion: CriterionInEnglish;
  choices: Choice[];
}

const kinds = {
  supports: 'for',
  opposes: 'against',
  ambiguous: 'unclear',
  claim: 'claim',
  history: 'history',
} as const satisfies Record<Evidence['role'], Choice['kind']>;

/** What of each criterion may stand in the draft. Criteria that do not apply are left out whole. */
export function choicesOf(request: RequestInEnglish): CriterionChoices[] {
  return request.criteria
    .filter(({ verdict, correction }) => correction || verdict !== 'not-applicable')
    .map((criterion) => {
      const { evidence, measure, receipt } = criterion;
      const choices: Choice[] = evidence.map((piece) => ({
        key: passageKey(criterion, piece),
        kind: kinds[piece.role],
        text: piece.quote,
        usual: piece.role !== 'claim' && piece.role !== 'history',
      }));
      if (measure) {
        const key = `computed ${criterion.id}`;
        choices.push({ key, kind: 'computed', text: measure.text, usual: true });
      }
      if (receipt !== null) {
        const key = `absence ${criterion.id}`;
        const usual = criterion.correction === undefined;
        choices.push({ key, kind: 'absence', text: criterion.reason, usual });
      }
      return { criterion, choices };
    });
}

/** The citations that may stand in the draft, in order; those out of force only when asked for. */
export function citationChoices(request: RequestInEnglish, asOf: string): Choice[] {
  return citationsInOrder(applicable(request), asOf).map(({ key, citation }) => ({
    key,
    kind: 'citation',
    text: `${citation.guideline}, ${citation.edition}: ${citation.section}`,
    usual: citation.governs || isInForce(citation, asOf),
  }));
}

/** Whether a thing is in the draft by what the reviewer chose. */
export function isTakenIn({ key, usual }: Choice, { added, leftOut }: Choices): boolean {
  return usual ? !leftOut.includes(key) : added.includes(key);
}

/** The choices with one thing taken in or left out. */
export function choose(choices: Choices, { key, usual }: Choice, isIn: boolean): Choices {
  const without = (keys: readonly string[]) => keys.filter((other) => other !== key);
  const added = without(choices.added);
  const leftOut = without(choices.leftOut);
  if (usual && !isIn) leftOut.push(key);
  if (!usual && isIn) added.push(key);
  return { ...choices, added, leftOut };
}

/**
 * The draft on one request: what was asked, what the record shows on both sides, what was not found
 * and where it was searched, the guideline, the reviewer's own judgements, and the decision the
 * reviewer chose, or none. Throws nothing; a review without a date cites by the day it went by.
 */
export function assembleDraft(
  { asOf, documents }: Pick<Review, 'asOf' | 'documents'>,
  request: RequestInEnglish,
  choices: Choices,
): Draft {
  const naming: Naming = (id) => documents.find((document) => document.id === id)?.name ?? id;
  const all = choicesOf(request);
  const keys = [...all.flatMap((each) => each.choices), ...citationChoices(request, asOf)]
    .filter((choice) => isTakenIn(choice, choices))
    .map(({ key }) => key);
  const taken = new Set(keys);
  const criteria = all.map(({ criterion }) => criterion);
  const cited = citationsInOrder(criteria, asOf).filter(({ key }) => taken.has(key));
  return {
    paragraphs: [
      requestParagraph(request, naming),
      ...criteria.flatMap((criterion) => recordParagraph(criterion, taken, naming)),
      ...absenceParagraphs(criteria, taken),
      ...citationParagraphs(cited, asOf),
      ...judgementParagraphs(criteria, naming),
      ...decisionParagraph(request, choices.decision),
    ],
  };
}

/** The draft with everything in it, which says what sources there are. */
export function wholeDraft(
  review: Pick<Review, 'asOf' | 'documents'>,
  request: RequestInEnglish,
  decision: Decision | null,
): Draft {
  const all = [...choicesOf(request).flatMap((each) => each.choices)];
  const added = [...all, ...citationChoices(request, review.asOf)].map(({ key }) => key);
  return assembleDraft(review, request, { decision, added, leftOut: [] });
}

function applicable(request: RequestInEnglish): CriterionInEnglish[] {
  return choicesOf(request).map(({ criterion }) => criterion);
}

function requestParagraph(request: RequestInEnglish, naming: Naming): Paragraph {
  const { label, listed, passages } = request;
  const segments: Segment[] = [segmentOf('request', 'request', `Requested: ${label}.`)];
  const details = detailsOf(request);
  if (details !== '') segments.push(said(' '), segmentOf('request', 'details', `${details}.`));
  if (!listed) segments.push(said(' The record mentions this item and does not list it.'));
  const [first] = passages;
  if (first && inOneLine(first.quote) !== label) {
    const source = `“${inOneLine(first.quote)}” (${naming(first.document)})`;
    segments.push(said(' In the words of the record: '));
    segments.push(segmentOf('request', 'words of the request', source), said('.'));
  }
  return { id: 'request', group: 'request', segments };
}

function detailsOf({ label, details }: RequestInEnglish): string {
  const { strength, quantity, refills, directions, visits, side, bodyPart, level, daysSupply } =
    details;
  const parts = [
    strength,
    quantity && `quantity ${quantity}`,
    refills === null ? null : `${refills} ${refills === 1 ? 'refill' : 'refills'}`,
    directions,
    visits === null ? null : `${visits} ${visits === 1 ? 'visit' : 'visits'}`,
    side,
    bodyPart,
    level,
    daysSupply === null ? null : `${daysSupply} days of supply`,
  ];
  const isNew = (part: string | null): part is string =>
    part !== null && part !== '' && !label.toLowerCase().includes(part.toLowerCase());
  const text = parts.filter(isNew).join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function recordParagraph(
  criterion: CriterionInEnglish,
  taken: ReadonlySet<string>,
  naming: Naming,
): Paragraph[] {
  const { id, question, reason, evidence, measure, receipt, dismissed } = criterion;
  const segments: Segment[] = [];
  for (const [role, words] of sides) {
    const pieces = evidence.filter(
      (piece) => piece.role === role && taken.has(passageKey(criterion, piece)),
    );
    for (const [at, piece] of pieces.entries()) {
      segments.push(said(at === 0 ? ` ${words}` : '; '));
      segments.push(
        segmentOf('passage', passageKey(criterion, piece), passageWords(piece, naming)),
      );
    }
    if (pieces.length > 0) segments.push(said('.'));
  }
  if (measure && taken.has(`computed ${id}`)) {
    const working = measure.working.map((step) => step.replace(/\.$/, '')).join('; ');
    const text = `${sentence(measure.text)}${working === '' ? '' : ` Computed: ${working}.`}`;
    segments.push(said(' '), segmentOf('computed', `computed ${id}`, text));
  }
  if (segments.length === 0) return [];
  // An absence has a paragraph of its own; a reason may rest on what was set aside.
  const isSaid = receipt === null && dismissed === undefined;
  const finding: Segment[] = isSaid
    ? [said(' '), segmentOf('finding', `finding ${id}`, sentence(reason))]
    : [];
  return [
    { id: `record ${id}`, group: 'record', segments: [said(question), ...finding, ...segments] },
  ];
}

function absenceParagraphs(
  criteria: readonly CriterionInEnglish[],
  taken: ReadonlySet<string>,
): Paragraph[] {
  const shared = sharedSearch(criteria);
  const absences = criteria.flatMap((criterion): Paragraph[] => {
    const key = `absence ${criterion.id}`;
    if (criterion.receipt === null || !taken.has(key)) return [];
    const text = absenceSentences(criterion, shared);
    const segments = [said(`${criterion.question} `), segmentOf('absence', key, text)];
    return [{ id: key, group: 'absence', segments }];
  });
  if (shared === '' || absences.length === 0) return absences;
  const segments = [segmentOf('absence', 'searched', shared)];
  return [{ id: 'searched', group: 'absence', segments }, ...absences];
}

function decisionParagraph({ label }: RequestInEnglish, decision: Decision | null): Paragraph[] {
  if (decision === null) return [];
  const text = decisionSentence(decision, label);
  // By its name: the words written for one decision must not stand for another.
  const id = `decision ${decision}`;
  return [{ id, group: 'decision', segments: [segmentOf('decision', id, text)] }];
}

function passageKey(
  { id }: CriterionInEnglish,
  { role, document, quote }: EvidenceInEnglish,
): string {
  return `passage ${id} ${role} ${document} ${inOneLine(quote)}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
