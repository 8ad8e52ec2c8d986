import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import type { Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import type { Anchor } from './anchors.ts';
import { TELLING } from './bare-items.ts';
import { EMPTY_BOX, isLabelled } from './details-below.ts';
import { type Span, startsLine } from './spans.ts';
import type { RowText, Zone } from './zone.ts';

/**
 * Forms that offer several treatments with a box each, over the fields of the one that is ticked:
 * "[x] Chiro  [ ] Acupuncture", "Visits: 6". No word of such a form asks for anything.
 */
export function findTicked(rowText: RowText): Zone[] {
  const { rows, isTold, reading } = rowText;
  const { text } = reading;
  return rows.flatMap((row, at): Zone[] => {
    if (isTold(row) || !offersChoices(rowText, row)) return [];
    const below = rows.slice(at + 1, at + 1 + ROWS_BELOW);
    if (!below.some((one) => startsLine(text, one.start) && isLabelled(rowText, one))) return [];
    return tickedIn(rowText, row).map((part) => ({ kind: 'ask', parts: [part] }));
  });
}

/** The first field of a form stands so near below its boxes. */
const ROWS_BELOW = 2;

/** Whether a row of a form has a box that is left empty, and does not tell what was tried. */
function offersChoices({ reading: { text, sections } }: RowText, row: Sentence): boolean {
  return (
    EMPTY_BOX.test(text.slice(row.start, row.end)) &&
    !TELLING.has(sections[row.section]?.kind ?? '')
  );
}

/** The words of each treatment whose box is ticked, up to the next box. */
function tickedIn({ reading: { text }, anchors }: RowText, row: Sentence): Span[] {
  return beginningIn(anchors, row)
    .filter(isTicked)
    .map(({ start, end }) => {
      const next = /[[(☐□☒☑]/.exec(text.slice(end, row.end));
      return { start, end: next ? end + next.index : row.end };
    });
}

function isTicked({ treatment, assertion }: Anchor): boolean {
  return (
    treatment !== undefined &&
    assertion.presence === 'affirmed' &&
    assertion.time !== 'past' &&
    isDecidedBy(assertion, 'presence', 'form')
  );
}
