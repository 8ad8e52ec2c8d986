/**
 * The sections of a text: from one heading to the next. A heading is a known title with a colon, a
 * known title alone on its line, the name of an item with its decision ("Amrix 15mg: Upheld"), or the
 * date that opens a note. A date governs the sections that follow until the next one.
 */

import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import type { DateValue, SectionKind } from '../mention.ts';
import { literalWords } from '../phrase-parts.ts';
import { foldedToken, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';
import { datedHeading, isOfTreatment } from './dated-headings.ts';
import { decisionHeading } from './decision-headings.ts';
import {
  afterDiagnosis,
  kindOfReasons,
  purposeOf,
  reasonsAfterStory,
  storyAfterOutcome,
  titleWithPoint,
} from './decision-parts.ts';
import { bareTitle, inlineDecision, inlineTitle } from './inline-titles.ts';
import { reasonsBelowSources, reasonsOfItem } from './item-reasons.ts';
import { capitalTitle, paperTitle, titleAlone, titleBefore } from './line-titles.ts';
import { paperHeading } from './paper-headings.ts';
import { retoldPapers } from './retold-papers.ts';
import { afterField, proseAfterList } from './section-ends.ts';
import { DATE_LABELS, DECISION_WORDS, SECTION_TITLES } from './section-titles.ts';
import { titleText } from './title-words.ts';

/** A section in tokens. */
export interface SectionSpan {
  kind: SectionKind;
  /** First token of the section, which is that of its heading where it has one. */
  first: number;
  /** Tokens of the title; `titleEnd` exclusive, equal where there is no title. */
  titleFirst: number;
  titleEnd: number;
  /** First token after the heading with its colon. */
  body: number;
  date?: DateValue;
}

/** Words within the first tokens of a story of an illness. */
const STORY_REACH = 16;
const STORY_WORDS = new Set(
  'year yo y/o presents presented presenting complains complaining returns sustained injured admitted states reports seen'.split(
    ' ',
  ),
);

/** Finds sections in texts that are tokenized with `table`, to which the words of titles are added. */
export interface SectionFinder {
  /** The sections of a text in order, the first at token 0. Linear in the number of tokens. */
  find(tokens: Tokens, lines: Lines): SectionSpan[];
}

/** Prepares a finder: the first and last words of titles, so that most words cost one look-up. */
export function createSectionFinder(table: WordTable): SectionFinder {
  const wordsOf = (titles: Iterable<string>, which: 0 | -1) =>
    [...titles].map((title) => literalWords(title).at(which) as string);
  const idsOf = (titles: Iterable<string>, which: 0 | -1) =>
    wordsOf(titles, which).map(table.intern);
  const titleWords = flags(idsOf([...SECTION_TITLES.keys(), ...DATE_LABELS], 0));
  const decisionWords = flags(idsOf(DECISION_WORDS, -1));
  /** Looked up when all words are in the table: a word that only ends a title is no reason to know it. */
  let titleEnds: Uint8Array | undefined;
  return {
    find(tokens, lines) {
      titleEnds ??= flags(wordsOf(SECTION_TITLES.keys(), -1).map(table.find));
      return findSections(tokens, lines, titleWords, titleEnds, decisionWords);
    },
  };
}

/** One flag for each word id up to the highest of `ids`. */
function flags(ids: readonly number[]): Uint8Array {
  const column = new Uint8Array(Math.max(0, ...ids) + 1);
  for (const id of ids) column[id] = 1;
  return column;
}

function findSections(
  tokens: Tokens,
  lines: Lines,
  titleWords: Uint8Array,
  titleEnds: Uint8Array,
  decisionWords: Uint8Array,
): SectionSpan[] {
  const { kind, word, start, text } = tokens;
  const sections: SectionSpan[] = [
    { kind: 'other', first: 0, titleFirst: 0, titleEnd: 0, body: 0 },
  ];
  let date: DateValue | undefined;
  const purpose = purposeOf(tokens);
  const { decides } = purpose;
  const retold = retoldPapers(tokens, lines);
  for (let line = 0; line < lines.count; line += 1) {
    const from = lines.first[line] as number;
    const to = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
    const dated =
      datedHeading(tokens, lines, line, from, to) ??
      paperHeading(tokens, lines, line, from, to) ??
      retold.get(line);
    // a paper without a date is not of the day of the one before
    if (dated !== undefined) date = dated.date;
    const found =
      dated ??
      (endsInDecision(to) ? decisionHeading(tokens, lines, line, to) : undefined) ??
      titleAlone(tokens, titleWords, from, to) ??
      (decides ? titleWithPoint(tokens, lines, line, titleWords) : undefined) ??
      capitalTitle(tokens, lines, line, from, to) ??
      paperTitle(tokens, lines, line, from, to) ??
      proseAfterList(tokens, lines, line, sections.at(-1)) ??
      (decides
        ? (storyAfterOutcome(tokens, lines, line, sections.at(-1)) ??
          reasonsAfterStory(tokens, lines, line, sections.at(-1)) ??
          reasonsOfItem(tokens, lines, line, sections) ??
          reasonsBelowSources(tokens, lines, line, sections.at(-1)))
        : undefined) ??
      afterField(tokens, lines, line, sections.at(-1));
    if (found !== undefined) open(found);
    for (let i = Math.max(from + 1, found?.body ?? 0); i < to; i += 1) {
      if (titleWords[word[i] as number] === 1 && i > from) {
        const bare = bareTitle(tokens, titleEnds, i, to);
        if (bare !== undefined) open(bare);
      }
      if (kind[i] !== TokenKind.mark || text.charCodeAt(start[i] as number) !== Mark.colon)
        continue;
      const last = sections.at(-1) as SectionSpan;
      const titled =
        titleBefore(tokens, titleWords, from, i, to) ??
        inlineTitle(tokens, titleWords, from, i, last) ??
        inlineDecision(tokens, titleWords, from, i, to, last);
      if (titled?.date !== undefined && isOfTreatment(tokens, lines, line)) continue;
      if (titled?.date !== undefined) date = titled.date;
      if (titled !== undefined) {
        open(titled);
        const goesOn = decides ? afterDiagnosis(tokens, last, titled, to) : undefined;
        if (goesOn !== undefined) open(goesOn);
      }
    }
  }
  return sections;

  function endsInDecision(to: number): boolean {
    const last = kind[to - 1] === TokenKind.mark ? to - 2 : to - 1;
    return last >= 0 && decisionWords[word[last] as number] === 1;
  }

  /** "HISTORY: This 67-year-old was admitted ...": the story of the illness and no list of the past. */
  function tellsStory({ kind: written, titleFirst, titleEnd, body }: SectionSpan): boolean {
    if (written !== 'history' || titleText(tokens, titleFirst, titleEnd) !== 'history')
      return false;
    for (let i = body; i < tokens.count && i < body + STORY_REACH; i += 1) {
      if (STORY_WORDS.has(foldedToken(tokens, i))) return true;
    }
    return false;
  }

  function open(section: SectionSpan): void {
    const last = sections.at(-1) as SectionSpan;
    const kind = tellsStory(section) ? 'subjective' : kindOfReasons(tokens, section, purpose);
    const next = date === undefined ? { ...section, kind } : { ...section, kind, date };
    if (section.first === last.first) sections.pop();
    if (section.first >= last.first) sections.push(next);
  }
}
