/**
 * The parts of a decision letter that no title opens: below the items and their outcome a paragraph
 * tells of the patient ("29 y/o male, lumbar strain ..."), and below that one gives the reasons.
 */
import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import type { SectionKind } from '../mention.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';
import { SECTION_TITLES } from './section-titles.ts';
import type { SectionSpan } from './sections.ts';
import { isClauseEnd, startsTitle, titleText } from './title-words.ts';

/** Within its first words a decision says that it is one. */
const TITLE_TOKENS = 90;
const DECIDING = new Set(
  'determination determinations denial denied cert certified certification noncert noncertified noncertification decertified upheld overturned modification modified decision'.split(
    ' ',
  ),
);

/** Words by which a text that decides nothing tells that a reviewer wrote it. */
const REVIEWING = new Set('review reviewer reviewed imr ur p2p'.split(' '));

/** What a text is, by the words it begins with. */
export interface Purpose {
  /** It decides on what was asked for. */
  decides: boolean;
  /** It decides, or a reviewer wrote it. */
  reviews: boolean;
}

/** Reads the first words of a text, each once. */
export function purposeOf(tokens: Tokens): Purpose {
  let reviews = false;
  for (let i = 0; i < tokens.count && i < TITLE_TOKENS; i += 1) {
    const word = foldedToken(tokens, i);
    if (DECIDING.has(word)) return { decides: true, reviews: true };
    reviews ||= REVIEWING.has(word);
  }
  return { decides: false, reviews };
}

/** Titles of a reviewer's reasons that treaters and examiners give to what they make of their findings. */
const OF_ANY_WRITER = new Set('discussion opinion analysis explanation why grounds'.split(' '));

/** Where nobody decides or reviews, what is titled "Discussion" is told of the patient, and is no rule. */
export function kindOfReasons(
  tokens: Tokens,
  { kind, titleFirst, titleEnd }: SectionSpan,
  { reviews }: Purpose,
): SectionKind {
  return kind === 'rationale' &&
    !reviews &&
    OF_ANY_WRITER.has(titleText(tokens, titleFirst, titleEnd))
    ? 'other'
    : kind;
}

/** Sections of a letter that list items and outcomes, or say whom it is written to. */
const OUTCOMES: ReadonlySet<SectionKind> = new Set(['request', 'decision', 'correspondence']);
/** A story of a patient names him within so many tokens of its start, and is no short line. */
const STORY_REACH = 12;
const STORY_WORDS = 9;
const AGE_WORDS = new Set('year years yo y y/o yr yrs m f male female man woman'.split(' '));
const PATIENT = new Set(
  'patient pt claimant applicant employee worker iw ee member injured'.split(' '),
);
/** What speaks of the request and not of the patient. */
const OF_REQUEST = new Set(
  'request requested requests requesting certified denied necessary necessity appropriate authorization determination decision appeal letter notice copies'.split(
    ' ',
  ),
);

/** A paragraph that tells of the patient, below the items of a decision and their outcomes. */
export function storyAfterOutcome(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  if (section === undefined) return undefined;
  const first = lines.first[line] as number;
  const isParagraph = startOfParagraph(tokens, lines, line) !== undefined;
  // "Basis" and below it the story: what follows its title at once needs no empty line
  if (!isParagraph && first !== section.body) return undefined;
  if (lines.item[line] === 1) return undefined;
  const told = toldOf(tokens, first, endOf(tokens, lines, line));
  const isStory =
    section.kind === 'rationale' ? told === 'by-age' : told && OUTCOMES.has(section.kind);
  return isStory ? untitled('case-summary', first) : undefined;
}

/** What a paragraph of reasons opens with, behind "The" or not. */
const REASONS = new Set(
  'mtus odg acoem ca california camtus guideline guidelines per according based under documentation'.split(
    ' ',
  ),
);

/** The reasons below an untitled story: numbered by item, or opened by the name of a guideline. */
export function reasonsAfterStory(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  if (section?.kind !== 'case-summary' || section.titleEnd !== section.titleFirst) return undefined;
  const first = startOfParagraph(tokens, lines, line);
  if (first === undefined || first === section.body) return undefined;
  const opening = foldedToken(tokens, first);
  const second = first + 1 < tokens.count ? foldedToken(tokens, first + 1) : '';
  const opens =
    REASONS.has(opening) || (opening === 'the' && (REASONS.has(second) || second === 'request'));
  const isNumbered =
    tokens.kind[first] === TokenKind.number || /^[a-h]$/.test(opening) || opening === 'item';
  return opens || (isNumbered && lines.item[line] === 1) ? untitled('rationale', first) : undefined;
}

/** "Rationale. Continued use ...": a title that a point ends, where a paragraph begins. */
export function titleWithPoint(
  tokens: Tokens,
  lines: Lines,
  line: number,
  titleWords: Uint8Array,
): SectionSpan | undefined {
  const first = startOfParagraph(tokens, lines, line);
  if (first === undefined || titleWords[tokens.word[first] as number] !== 1) return undefined;
  const end = endOf(tokens, lines, line);
  for (let at = first + 1; at < end - 1 && at <= first + LONGEST_TITLE; at += 1) {
    if (markAt(tokens, at) !== Mark.point) continue;
    const kind = SECTION_TITLES.get(titleText(tokens, first, at));
    if (kind === undefined || !PARTS.has(kind) || !startsTitle(tokens, first)) return undefined;
    return { kind, first, titleFirst: first, titleEnd: at, body: at + 1 };
  }
  return undefined;
}

const LONGEST_TITLE = 5;
const PARTS: ReadonlySet<SectionKind> = new Set(['rationale', 'case-summary']);

/** In a summary "Diagnosis: lumbar strain. Eight visits so far.": the story goes on behind the sentence. */
export function afterDiagnosis(
  tokens: Tokens,
  before: SectionSpan,
  opened: SectionSpan,
  end: number,
): SectionSpan | undefined {
  if (before.kind !== 'case-summary' || opened.kind !== 'diagnosis') return undefined;
  for (let at = opened.body + 1; at < end - 1; at += 1)
    if (markAt(tokens, at) === Mark.point && startsTitle(tokens, at + 1))
      return untitled('case-summary', at + 1);
  return undefined;
}

/**
 * The first token of a line that an empty one precedes. Where empty lines stand between all lines, one
 * of them is enough behind a line that was ended.
 */
function startOfParagraph(tokens: Tokens, lines: Lines, line: number): number | undefined {
  if (line === 0) return undefined;
  const first = lines.first[line] as number;
  const breaks = tokens.breaks[first] as number;
  const isApart =
    breaks > lines.spacing ||
    (breaks > 1 && (isClauseEnd(tokens, first - 1) || isShort(lines, line - 1)));
  return isApart ? first : undefined;
}

const SHORT_LINE = 60;

function isShort(lines: Lines, line: number): boolean {
  return (lines.length[line] as number) < SHORT_LINE;
}

function endOf(tokens: Tokens, lines: Lines, line: number): number {
  return line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
}

function untitled(kind: SectionKind, first: number): SectionSpan {
  return { kind, first, titleFirst: first, titleEnd: first, body: first };
}

/** "29 y/o male ...", "The injured worker is ..." in a line of many words. */
function toldOf(tokens: Tokens, first: number, end: number): 'by-age' | 'by-word' | undefined {
  let words = 0;
  for (let i = first; i < end; i += 1) if (tokens.kind[i] === TokenKind.word) words += 1;
  if (words < STORY_WORDS) return undefined;
  let told: 'by-age' | 'by-word' | undefined;
  for (let i = first; i < end && i < first + STORY_REACH; i += 1) {
    const word = foldedToken(tokens, i);
    if (OF_REQUEST.has(word)) return undefined;
    if (AGE_WORDS.has(word) && followsNumber(tokens, i, first)) told = 'by-age';
    if (PATIENT.has(word)) told ??= 'by-word';
  }
  return told;
}

/** "29 y/o", "47 F", "66-year-old": the age stands at most two tokens before. */
function followsNumber(tokens: Tokens, at: number, first: number): boolean {
  for (let i = at - 1; i >= first && i >= at - 2; i -= 1)
    if (tokens.kind[i] === TokenKind.number) return true;
  return false;
}
