/**
 * Forms: `label: answer`, cells, boxes to tick, questions. What a form says of a mention, where it
 * says anything; a label or a question without an answer makes its mention conditional.
 */
import { Mark } from '../marks.ts';
import { literalWords } from '../phrase-parts.ts';
import { Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';
import { ANSWERS, type Answer, QUESTION_WORDS } from './answers.ts';
import { ASKED_WORDS, readAskedAbout } from './asked-about.ts';
import { boxAt, EMPTY_BOXES, readBoxes, TICKED_BOXES } from './boxes.ts';
import { readChoice } from './choices.ts';
import { readColumnHead } from './column-heads.ts';
import { createColumnReader } from './columns.ts';
import { readLabel } from './labels.ts';
import { readQuestion } from './questions.ts';

/** What a form says, and the tokens that say it (`last` inclusive; -1 where nothing is written). */
export interface FormAnswer {
  answer: Answer;
  first: number;
  last: number;
}

export interface FormReader {
  /** To be called before the mentions of a sentence `[a, b)` are looked at. */
  enter(a: number, b: number): void;
  /** Looks at mention tokens `[first, last]` in the sentence `[a, b)`; `next` ends the one after it. */
  read(a: number, b: number, next: number, first: number, last: number): FormAnswer | undefined;
}

/** Marks that may stand between a label and its answer. */
const LABEL_MARKS: ReadonlySet<number> = new Set([
  Mark.colon,
  Mark.bar,
  Mark.hyphen,
  Mark.underscore,
]);

/** Reads forms in `tokens`; adds the words that open questions to `table`, so make it before tokenizing. */
export function createFormReader(table: WordTable): (tokens: Tokens) => FormReader {
  const questionWords = new Set(QUESTION_WORDS.map((word) => table.intern(word)));
  const answerWords = new Set(
    [...ANSWERS.keys()].map((answer) => table.intern(literalWords(answer)[0] as string)),
  );
  const askedWords = new Set(ASKED_WORDS.map((word) => table.intern(word)));
  const columnReader = createColumnReader(table);
  const choiceWords = new Set(
    ['y', 'n', 'yes', 'no', 'y/n', 'n/y'].map((word) => table.intern(word)),
  );
  return (tokens) => {
    const columns = columnReader(tokens);
    let cells = false;
    let choices = false;
    let boxes = false;
    let labels = false;
    let questions = false;
    let asked = false;
    return {
      enter(a, b) {
        boxes = false;
        labels = false;
        questions = false;
        asked = askedWords.has(tokens.word[a] as number);
        choices = false;
        cells = false;
        columns.enter(a);
        for (let i = a; i < b; i += 1) {
          if (i > a && tokens.gap[i] === Gap.tab) {
            labels = true;
            cells = true;
          }
          if (tokens.kind[i] !== TokenKind.mark) {
            if (choiceWords.has(tokens.word[i] as number)) choices = true;
            continue;
          }
          const mark = markAt(tokens, i);
          if (mark === Mark.bar) cells = true;
          if (mark === Mark.question) questions = true;
          else if (LABEL_MARKS.has(mark)) labels = true;
          else if (mark === Mark.open) boxes ||= boxAt(tokens, i, b) !== undefined;
          else if (mark === Mark.openSquare || EMPTY_BOXES.has(mark) || TICKED_BOXES.has(mark))
            boxes = true;
        }
      },
      read(a, b, next, first, last) {
        return (
          (cells
            ? (columns.read(a, b, first, last) ?? readColumnHead(tokens, first, last))
            : undefined) ??
          (boxes ? readBoxes(tokens, a, b, first, last) : undefined) ??
          (choices ? readChoice(tokens, last, b) : undefined) ??
          (labels ? readLabel(tokens, answerWords, a, b, next, first, last) : undefined) ??
          (questions
            ? readQuestion(tokens, questionWords, answerWords, a, b, next, first, last)
            : undefined) ??
          (asked ? readAskedAbout(tokens, answerWords, a, b, first, last) : undefined)
        );
      },
    };
  };
}
