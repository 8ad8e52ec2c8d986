import { type MessageKey, say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import type { LetterFinding } from './letter-finding.ts';
import type { Decision, Letter } from './read-letter.ts';

/**
 * What a decision letter must say beside its reasons (8 CCR 9792.9.1 and following), each by a concept
 * of `packs/vocabulary/letters.json`.
 */
interface Element {
  concept: string;
  says: MessageKey;
  /** A date stands beside the words. */
  dated?: true;
  /** Only a letter that does not approve everything needs it. */
  unlessApproved?: true;
}

/** In the order a reader looks for them. */
export const ELEMENTS: readonly Element[] = [
  { concept: 'letter-date-received', says: 'element_received', dated: true },
  { concept: 'letter-date-decided', says: 'element_decided', dated: true },
  { concept: 'letter-records-reviewed', says: 'element_records' },
  { concept: 'letter-reviewer', says: 'element_reviewer' },
  { concept: 'letter-appeal', says: 'element_appeal', unlessApproved: true },
];

/** A date stands within so many characters of the words that announce it. */
const DATE_WITHIN = 60;
/** How far down the letter's own date may stand. */
const HEAD = 300;

/** What a decision letter must hold and this one does not. */
export const missingElement: LetterCheck = ({ letter }) =>
  ELEMENTS.filter((element) => !isApproval(letter) || !element.unlessApproved)
    .filter(
      (element) =>
        !hasElement(letter, element) && !(element.dated && isDatedAtHead(letter, element)),
    )
    .map(
      ({ says }): LetterFinding => ({
        id: 'letter/missing-element',
        reason: say('remark_missing', say(says)),
        evidence: [],
      }),
    );

function hasElement({ document: { reading } }: Letter, { concept, dated }: Element): boolean {
  return (reading.mentions.get(concept) ?? []).some(
    ({ start, end }) =>
      !dated ||
      reading.values.some(
        ({ value, start: at, end: to }) =>
          value.kind === 'date' && to > start && at < end + DATE_WITHIN,
      ),
  );
}

function isApproval({ items }: Letter): boolean {
  const decisions: (Decision | null)[] = items.map(({ decision }) => decision);
  return decisions.length > 0 && decisions.every((decision) => decision === 'approve');
}

/** A letter's own date stands alone on a line near its top. */
function isDatedAtHead({ document: { reading } }: Letter, { concept }: Element): boolean {
  if (concept !== 'letter-date-decided') return false;
  return reading.values.some(({ value, start, end }) => {
    if (value.kind !== 'date' || start > HEAD) return false;
    const line = reading.text.slice(reading.text.lastIndexOf('\n', start) + 1, end);
    const rest = reading.text.slice(end, end + 2);
    return line.trim().length === end - start && /^\s*(?:\n|$)/.test(rest);
  });
}
