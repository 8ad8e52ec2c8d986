/**
 * Long regular expressions. An engine compiles one first for its interpreter, which takes longest, and when it is used
 * again for the machine; only for a long text it does the latter at once. Without this a fifth of a first
 * review was spent on the former.
 */

export interface LongPattern {
  test(words: string): boolean;
  exec(words: string): RegExpExecArray | null;
  matchAll(words: string): Iterable<RegExpExecArray>;
}

/** A text of so many letters is long to every engine. */
const LONG = 1024;
/** Hardly a pattern goes on over points. */
const FILLER = '.';

/** A pattern, given as `RegExp` takes it, that is compiled once, when it is first used. */
export function longPattern(written: RegExp | string, flags?: string): LongPattern {
  const pattern = new RegExp(written, flags);
  let isCompiled = false;
  function compiled(words: string): RegExp {
    if (!isCompiled) {
      isCompiled = true;
      // made of these words: for letters of one byte and of two it is compiled apart
      pattern.test(words.padEnd(LONG, FILLER));
      pattern.lastIndex = 0;
    }
    return pattern;
  }
  return {
    test: (words) => compiled(words).test(words),
    exec: (words) => compiled(words).exec(words),
    matchAll: (words) => words.matchAll(compiled(words)),
  };
}
