/** Headings that are a disputed item and its decision: "Amrix 15mg: Upheld". */
import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import { markAt, type Tokens } from '../tokens.ts';
import { DECISION_WORDS } from './section-titles.ts';
import type { SectionSpan } from './sections.ts';
import { isClauseEnd, titleText } from './title-words.ts';

const LONGEST_DECISION = 4;
/** A disputed item's name may run over this many lines before its decision. */
const MOST_ITEM_LINES = 4;

/** "Item: Upheld": the colon and the decision end the line; the item may have begun lines before. */
export function decisionHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  to: number,
): SectionSpan | undefined {
  const from = lines.first[line] as number;
  let end = to;
  while (end > from && markAt(tokens, end - 1) === Mark.point) end -= 1;
  let colon = end - 1;
  while (colon > from && end - colon <= LONGEST_DECISION && markAt(tokens, colon) !== Mark.colon)
    colon -= 1;
  if (markAt(tokens, colon) !== Mark.colon || colon + 1 >= end) return undefined;
  if (!DECISION_WORDS.has(titleText(tokens, colon + 1, end))) return undefined;
  let start = line;
  while (start > 0 && line - start < MOST_ITEM_LINES) {
    const first = lines.first[start] as number;
    if ((tokens.breaks[first] as number) > lines.spacing) break;
    if (isClauseEnd(tokens, first - 1) || lines.item[start] === 1) break;
    start -= 1;
  }
  const first = lines.first[start] as number;
  if (first >= colon) return undefined;
  return { kind: 'decision', first, titleFirst: first, titleEnd: colon, body: to };
}
