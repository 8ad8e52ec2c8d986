/** Where a section ends though no heading follows it: a list before a paragraph, a field of a form. */
import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import type { SectionKind } from '../mention.ts';
import { markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { SectionSpan } from './sections.ts';
import { isClauseEnd, startsTitle } from './title-words.ts';

/** So many words on the first line of a paragraph are a sentence and no item. */
const PROSE_WORDS = 9;
const LONGEST_TITLE_TEXT = 60;
const GUIDELINES: ReadonlySet<SectionKind> = new Set([
  'guideline',
  'claims-administrator-guideline',
]);

/** A list of what is asked for ends where, after an empty line, a paragraph of sentences begins. */
export function proseAfterList(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  const first = lines.first[line] as number;
  if (section?.kind !== 'request' || first === section.body || lines.item[line] === 1) {
    return undefined;
  }
  const isListed =
    lines.item[line - 1] === 1 ||
    ((lines.length[line - 1] as number) < LONGEST_TITLE_TEXT && !isClauseEnd(tokens, first - 1));
  if (!isListed) return undefined;
  if ((tokens.breaks[first] as number) <= lines.spacing || !startsTitle(tokens, first)) {
    return undefined;
  }
  const end = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
  let words = 0;
  for (let i = first; i < end; i += 1) if (tokens.kind[i] === TokenKind.word) words += 1;
  if (words < PROSE_WORDS) return undefined;
  return { kind: 'other', first, titleFirst: first, titleEnd: first, body: first };
}

/** Sections that a form writes into one field. */
const FIELDS: ReadonlySet<SectionKind> = new Set([...GUIDELINES, 'request']);

/** "Guideline: MTUS p. 99", "Requested: PT 2x4": a field of a form, which an empty line ends. */
export function afterField(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  if (section === undefined || line === 0) return undefined;
  if (section.kind === 'treatment-to-date') return afterList(tokens, lines, line, section);
  if (!FIELDS.has(section.kind)) return undefined;
  // a list of what is asked for goes on behind an empty line
  if (section.kind === 'request' && lines.item[line] === 1) return undefined;
  const first = lines.first[line] as number;
  const isField = section.body > 0 && section.first === (lines.first[line - 1] as number);
  if (!isField || first === section.body || section.titleEnd === section.titleFirst)
    return undefined;
  if ((tokens.breaks[first] as number) <= lines.spacing) return undefined;
  return { kind: 'other', first, titleFirst: first, titleEnd: first, body: first };
}

/** "Failed: ibuprofen, Cymbalta, gabapentin.": what was tried before, told on its own line; the next line goes on with the note. */
function afterList(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan,
): SectionSpan | undefined {
  const first = lines.first[line] as number;
  const isOneLine = section.body > 0 && section.first === (lines.first[line - 1] as number);
  if (!isOneLine || first <= section.body || section.titleEnd === section.titleFirst)
    return undefined;
  if (markAt(tokens, first - 1) !== Mark.point || !startsTitle(tokens, first)) return undefined;
  if (lines.item[line] === 1) return undefined;
  return { kind: 'other', first, titleFirst: first, titleEnd: first, body: first };
}
