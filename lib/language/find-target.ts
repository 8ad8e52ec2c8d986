import { CharacterClass, classAt, FOLDS } from './characters.ts';
import type { Span } from './reader.ts';

/**
 * Where `target` stands in `sentence`: as a whole word before part of one, in the same case before
 * any case, the first of equals. White space of any kind and length is the same. Undefined when it
 * is not there or empty. Offsets are UTF-16 code units.
 */
export function findTarget(sentence: string, target: string): Span | undefined {
  const wanted = target.trim();
  if (wanted === '') return undefined;
  const exact = occurrences(sentence, wanted, (code) => code);
  const folded = occurrences(sentence, wanted, (code) => FOLDS[code] as number);
  const whole = (span: Span) => isWhole(sentence, span);
  return exact.find(whole) ?? folded.find(whole) ?? exact[0] ?? folded[0];
}

const MOST = 200;

function occurrences(sentence: string, wanted: string, fold: (code: number) => number): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < sentence.length && spans.length < MOST; start += 1) {
    const end = endOfMatch(sentence, start, wanted, fold);
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

function endOfMatch(
  sentence: string,
  start: number,
  wanted: string,
  fold: (code: number) => number,
): number {
  let at = start;
  for (let i = 0; i < wanted.length; i += 1) {
    if (isSpace(wanted, i)) {
      if (!isSpace(sentence, at)) return -1;
      while (isSpace(sentence, at)) at += 1;
      while (isSpace(wanted, i + 1)) i += 1;
      continue;
    }
    if (at >= sentence.length || fold(sentence.charCodeAt(at)) !== fold(wanted.charCodeAt(i)))
      return -1;
    at += 1;
  }
  return at;
}

function isSpace(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return (
    kind === CharacterClass.space ||
    kind === CharacterClass.tab ||
    kind === CharacterClass.lineBreak
  );
}

/** Whether no letter or digit of the sentence touches the span. */
function isWhole(sentence: string, { start, end }: Span): boolean {
  return !touches(sentence, start - 1, start) && !touches(sentence, end, end - 1);
}

function touches(sentence: string, outside: number, inside: number): boolean {
  return isWordPart(classAt(sentence, outside)) && isWordPart(classAt(sentence, inside));
}

function isWordPart(kind: number): boolean {
  return kind === CharacterClass.letter || kind === CharacterClass.digit;
}
