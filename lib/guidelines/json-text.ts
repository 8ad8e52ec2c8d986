import { ReasonError, type ReasonName, type Said, say } from '../saying/said.ts';

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
export class JsonTextError extends ReasonError {
  override name = 'JsonTextError';
  readonly start: number;
  readonly end: number;

  constructor(reason: Said, start: number, end = start + 1) {
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
  const fail = (name: ReasonName, start = at): never => {
    const end = text.trim() === '' ? 'reason_json_nothing' : 'reason_json_ends';
    const reason = say(at >= text.length ? end : name);
    throw new JsonTextError(reason, start, Math.min(start + 1, text.length));
  };

  const readString = (): TextSpan & { words: string } => {
    const start = at;
    const found = take(string);
    if (found !== '') return { start, end: at, words: JSON.parse(found) };
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    throw new JsonTextError(
      say('reason_json_quotes'),
      start,
      Math.min(Math.max(end, start + 1), text.length),
    );
  };

  const readObject = (start: number, depth: number): JsonNode => {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    if (isNext('}')) return { kind: 'object', start, end: at, members };
    do {
      take(space);
      if (text[at] !== '"') {
        fail(members.length > 0 && text[at] === '}' ? 'reason_json_comma' : 'reason_json_name');
      }
      const { words: key, ...keySpan } = readString();
      if (keys.has(key)) {
        const reason = say('reason_json_twice', key);
        throw new JsonTextError(reason, keySpan.start, keySpan.end);
      }
      keys.add(key);
      if (!isNext(':')) fail('reason_json_colon');
      members.push({ key, keySpan, value: readValue(depth + 1) });
    } while (isNext(','));
    if (!isNext('}')) fail('reason_json_group_goes_on');
    return { kind: 'object', start, end: at, members };
  };

  const readArray = (start: number, depth: number): JsonNode => {
    const items: JsonNode[] = [];
    if (isNext(']')) return { kind: 'array', start, end: at, items };
    do {
      take(space);
      if (items.length > 0 && text[at] === ']') fail('reason_json_comma');
      items.push(readValue(depth + 1));
    } while (isNext(','));
    if (!isNext(']')) fail('reason_json_list_goes_on');
    return { kind: 'array', start, end: at, items };
  };

  const readValue = (depth: number): JsonNode => {
    take(space);
    const start = at;
    if (depth > deepest) fail('reason_json_deep');
    if (isNext('{')) return readObject(start, depth);
    if (isNext('[')) return readArray(start, depth);
    if (text[at] === '"') {
      const { end } = readString();
      return { kind: 'scalar', start, end };
    }
    if (take(literal) !== '') return { kind: 'scalar', start, end: at };
    const stray = take(word);
    if (stray !== '') {
      const reason = say('reason_json_stray', stray);
      throw new JsonTextError(reason, start, start + stray.length);
    }
    return fail('reason_json_value');
  };

  const root = readValue(0);
  take(space);
  if (at < text.length) fail('reason_json_after');
  return root;
}
