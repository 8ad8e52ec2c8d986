import { quotePassage } from '../../case/passage.ts';
import type { Mention } from '../../language/mention.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { lineEnd } from '../requests/spans.ts';
import type { Evidence, EvidenceRole } from '../review.ts';
import type { AuthorizationFinding } from './check-authorization.ts';

/** A field's value stands within so many characters after its label. */
const VALUE_WITHIN = 60;
/** What a form prints for a field that was not filled in. */
const BLANK = /^[\s:_.\-–—[\]()]*$/;

/**
 * Whether a form's field is filled in, empty, or said to be missing. With `labelled`, words count
 * only as the label of a field: prose about "the employee" or "the treating physician" is none.
 */
export function findField(
  documents: readonly IndexedDocument[],
  label: string,
  { missing, labelled = false }: { missing?: string; labelled?: boolean } = {},
): AuthorizationFinding {
  const said = missing ? mentionsOf(documents, missing) : [];
  if (said.length > 0)
    return {
      verdict: 'not-met',
      evidence: said.slice(0, 2).map((one) => quoteLine(one, 'opposes')),
    };
  const fields = mentionsOf(documents, label).filter((one) => !labelled || isLabel(one));
  const filled = fields.filter(isFilled);
  if (filled.length > 0)
    return {
      verdict: 'met',
      evidence: filled.slice(0, 2).map((one) => quoteLine(one, 'supports')),
    };
  const blank = fields.filter(isBlank);
  if (blank.length > 0)
    return {
      verdict: 'not-met',
      evidence: blank.slice(0, 2).map((one) => quoteLine(one, 'opposes')),
    };
  return { verdict: 'not-documented', evidence: [] };
}

interface Placed {
  document: IndexedDocument;
  mention: Mention;
}

export function mentionsOf(documents: readonly IndexedDocument[], concept: string): Placed[] {
  return documents.flatMap((document) =>
    document.cues.all(concept).map((mention) => ({ document, mention })),
  );
}

/** What stands after the label on its line. */
function filledPart({ document, mention }: Placed): string {
  const { text } = document.reading;
  return text.slice(mention.end, Math.min(lineEnd(text, mention.end), mention.end + VALUE_WITHIN));
}

function isFilled(placed: Placed): boolean {
  const value = filledPart(placed);
  return !BLANK.test(value) && !/^\s*[:_]?\s*_{2,}/.test(value);
}

/** A colon, a rule, a cell's edge or a wide gap stands after a label; in notes it may open its line. */
function isLabel(placed: Placed): boolean {
  if (/^\s*(?:\([^)\n]*\))?(?:\s*[:_|\t]|\s{2,})/.test(filledPart(placed))) return true;
  const { document, mention } = placed;
  if (document.cues.all('request-decision-document').length > 0) return false;
  const { text } = document.reading;
  const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1;
  return /^[\s\-•*\d.)]*$/.test(text.slice(lineStart, mention.start));
}

/** A label with its colon and nothing after it. */
function isBlank(placed: Placed): boolean {
  return /^\s*[:_]/.test(filledPart(placed));
}

/** The line of a mention, from the mention on, as evidence. */
export function quoteLine({ document, mention }: Placed, role: EvidenceRole): Evidence {
  const { text } = document.reading;
  const end = Math.min(lineEnd(text, mention.end), mention.end + 120);
  const trimmed = mention.start + text.slice(mention.start, end).trimEnd().length;
  return { ...quotePassage(document.document, mention.start, trimmed), role };
}
