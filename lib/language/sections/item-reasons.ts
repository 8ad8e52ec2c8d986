/**
 * The reasons of a decision item by item, that no title opens: below the story a paragraph begins with
 * the item and says which guideline each side used ("2. UR cited the Acupuncture Guidelines. ...").
 */
import { itemNumberEnd, type Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import type { SectionKind } from '../mention.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { SectionSpan } from './sections.ts';
import { isClauseEnd, startsTitle } from './title-words.ts';

/** Within so many tokens of its start such a paragraph names its source. */
const SOURCE_REACH = 40;
/** A heading that names an item is no longer than this. */
const LONGEST_HEADING = 70;
/** So many words on a line are a sentence and no field. */
const PROSE_WORDS = 7;
const SOURCES = new Set('mtus odg acoem cpmtg guideline guidelines 9792'.split(' '));
/** Letters that number items: "B. Lorazepam". */
const LETTER = /^[a-h]$/;
const GUIDELINES: ReadonlySet<SectionKind> = new Set([
  'guideline',
  'claims-administrator-guideline',
]);

/** The paragraph at `line` that gives the reasons on one item, below a story among `sections`. */
export function reasonsOfItem(
  tokens: Tokens,
  lines: Lines,
  line: number,
  sections: readonly SectionSpan[],
): SectionSpan | undefined {
  const first = lines.first[line] as number;
  if (line === 0 || (tokens.breaks[first] as number) <= lines.spacing) return undefined;
  if (!sections.some(({ kind, first: begun }) => kind === 'case-summary' && begun < first))
    return undefined;
  if (!opensItem(tokens, lines, line) || !namesSource(tokens, first)) return undefined;
  return rationale(first);
}

/** The prose below the fields that name the guidelines: "UR: MTUS p. 98. IMR: same." and then the reasons. */
export function reasonsBelowSources(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  if (section === undefined || !GUIDELINES.has(section.kind)) return undefined;
  const first = lines.first[line] as number;
  if (first <= section.body || lines.item[line] === 1) return undefined;
  if (!isClauseEnd(tokens, first - 1) || !startsTitle(tokens, first)) return undefined;
  const end = endOf(tokens, lines, line);
  let words = 0;
  for (let i = first; i < end; i += 1) {
    if (markAt(tokens, i) === Mark.colon) return undefined;
    if (tokens.kind[i] === TokenKind.word) words += 1;
  }
  return words < PROSE_WORDS ? undefined : rationale(first);
}

/** "2.", "B)", "Item 3", or a short line that names the item. */
function opensItem(tokens: Tokens, lines: Lines, line: number): boolean {
  const first = lines.first[line] as number;
  const end = endOf(tokens, lines, line);
  if (itemNumberEnd(tokens, first, end) > first) return true;
  const opening = foldedToken(tokens, first);
  if (opening === 'item' || (LETTER.test(opening) && lines.item[line] === 1)) return true;
  const isShort = (lines.length[line] as number) <= LONGEST_HEADING;
  return isShort && startsTitle(tokens, first) && !isClauseEnd(tokens, end - 1);
}

function namesSource(tokens: Tokens, first: number): boolean {
  for (let i = first; i < tokens.count && i < first + SOURCE_REACH; i += 1)
    if (SOURCES.has(foldedToken(tokens, i))) return true;
  return false;
}

function endOf(tokens: Tokens, lines: Lines, line: number): number {
  return line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
}

function rationale(first: number): SectionSpan {
  return { kind: 'rationale', first, titleFirst: first, titleEnd: first, body: first };
}
