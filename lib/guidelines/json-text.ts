/**
 * JSON with the place of every part in its text, so that what is wrong with a pack can be shown at
 * its line. Strict as JSON.parse, but it says what is wrong in plain words, and a key that stands
 * twice is an error: one of the two would silently be lost.
 */

export interface TextSpan {
  start: number;
  end: number;
}

export interface JsonMember {
  key: string;
  /** Of the key with its quotes. */
  keySpan: TextSpan;
  value: JsonNode;
}

export type JsonNode = TextSpan &
  (
    | { kind: 'object'; members: JsonMember[] }
    | { kind: 'array'; items: JsonNode[] }
    | { kind: 'scalar' }
  );

/** Why a text is not JSON, and where. */
export class JsonTextError extends Error {
  override name = 'JsonTextError';
  readonly start: number;
  readonly end: number;

  constructor(reason: string, start: number, end = start + 1) {
    super(reason);
    this.start = start;
    this.end = end;
  }
}

/** Deeper than any pack; without a bound a hostile text would exhaust the stack. */
const deepest = 100;

const space = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const word = /[^\s,:[\]{}"]+/y;

/** Reads the text; throws a JsonTextError where it is not JSON. */
export function readJsonText(text: string): JsonNode {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const isNext = (mark: string): boolean => {
    take(space);
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const fail = (reason: string, start = at): never => {
    const told = at >= text.length ? `The text ends here: ${reason}` : reason;
    throw new JsonTextError(told, start, Math.min(start + 1, text.length));
  };

  const readString = (): TextSpan & { words: string } => {
    const start = at;
    const found = take(string);
    if (found !== '') return { start, end: at, words: JSON.parse(found) };
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    throw new JsonTextError(
      'This text in quotes does not end, or has a sign that must stand after a backslash.',
      start,
      Math.min(Math.max(end, start + 1), text.length),
    );
  };

  const readObject = (start: number, depth: number): JsonNode => {
    const members: JsonMember[] = [];
    if (isNext('}')) return { kind: 'object', start, end: at, members };
    do {
      take(space);
      if (text[at] !== '"') {
        fail(
          members.length > 0 && text[at] === '}' ? commaTooMany : 'a name in quotes is expected.',
        );
      }
      const { words: key, ...keySpan } = readString();
      if (members.some((other) => other.key === key)) {
        throw new JsonTextError(`"${key}" stands twice here.`, keySpan.start, keySpan.end);
      }
      if (!isNext(':')) fail('a colon is expected.');
      members.push({ key, keySpan, value: readValue(depth + 1) });
    } while (isNext(','));
    if (!isNext('}')) fail('a comma or "}" is expected.');
    return { kind: 'object', start, end: at, members };
  };

  const readArray = (start: number, depth: number): JsonNode => {
    const items: JsonNode[] = [];
    if (isNext(']')) return { kind: 'array', start, end: at, items };
    do {
      take(space);
      if (items.length > 0 && text[at] === ']') fail(commaTooMany);
      items.push(readValue(depth + 1));
    } while (isNext(','));
    if (!isNext(']')) fail('a comma or "]" is expected.');
    return { kind: 'array', start, end: at, items };
  };

  const readValue = (depth: number): JsonNode => {
    take(space);
    const start = at;
    if (depth > deepest) fail('This is nested too deeply.');
    if (isNext('{')) return readObject(start, depth);
    if (isNext('[')) return readArray(start, depth);
    if (text[at] === '"') {
      const { end } = readString();
      return { kind: 'scalar', start, end };
    }
    if (take(literal) !== '') return { kind: 'scalar', start, end: at };
    const stray = take(word);
    if (stray !== '') {
      const reason = `"${stray}" is no JSON: text stands in double quotes.`;
      throw new JsonTextError(reason, start, start + stray.length);
    }
    return fail('a value is expected.');
  };

  const root = readValue(0);
  take(space);
  if (at < text.length) fail('Nothing may follow after the end.');
  return root;
}

const commaTooMany = 'The comma before this is one too many.';
