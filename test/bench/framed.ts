import { readdirSync, readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/** What the benches of statements in frames and layouts share: their files, options, the words in a frame, the verdict. */

const FOLDER = new URL('../cases/frames/', import.meta.url);
export const rulebook = await shippedRulebook();
export const AS_OF = '2016-05-01';
/** The head of the note that a sentence stands in. */
export const NOTE = 'Progress note 4/20/2016\n45 yo male hurt at work in 2014.';

/** The lines of a file of the folder of statements and frames. */
export function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

/** The files of the folder whose name begins so. */
export function filesNamed(beginning: string): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(beginning))
    .sort();
}

/**
 * A frame with the forms in its braces, capital letters where sentences begin; undefined where a form
 * is missing.
 */
export function filled(
  frame: string,
  formOf: (form: string) => string | undefined,
): string | undefined {
  let isWhole = true;
  const text = frame.replace(/\{(\w+)\}/g, (_, form: string, at: number) => {
    const words = formOf(form);
    isWhole &&= words !== undefined;
    return BEGINS_SENTENCE.test(frame.slice(0, at)) ? capitalized(words ?? '') : (words ?? '');
  });
  return isWhole ? capitalized(text) : undefined;
}

const BEGINS_SENTENCE = /(?:^|[.?!\n]\s*)$/;

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The verdict of a criterion on texts, each a document of one case. */
export function verdictOf(criterion: string, texts: readonly string[]): string {
  const { requests } = reviewCase(
    {
      id: 'frame',
      documents: texts.map((text, at) => plainDocument(`note-${at + 1}`, 'Note', text)),
    },
    rulebook,
    { asOf: AS_OF },
  );
  const found = requests.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  return found?.verdict ?? 'not asked for';
}

/** What the command line asks for: all failures in words, and only what holds one of the words. */
export function asked(options: readonly string[]) {
  const words = options.filter((option) => !option.startsWith('--'));
  return {
    words,
    showsDetail: options.includes('--detail'),
    isAskedFor: (criterion: string, kind: string) =>
      words.length === 0 || words.some((word) => criterion.includes(word) || kind === word),
  };
}

/** A share of all as percent with one decimal: "98.9 %"; of nothing it is "0.0 %". */
export function percent(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
}
