/**
 * A stretch of text without a block break in it (a paragraph, a table row, the value of a field),
 * with the way back to the nodes it was read from.
 */
export interface Chunk {
  kind: 'chunk';
  text: string;
  /** Sorted by `at`, without overlap; gaps are characters of ours (a tab, a list number). */
  runs: Run[];
  /** Where it stands in the text that was assembled last, and which assembly that was. */
  start: number;
  assembly: number;
}

/** Characters that map one to one: `text[at + i]` shows `node.data[offset + i]`. */
export interface Run {
  at: number;
  length: number;
  /** Absent for the value of a field, which is no part of the page's tree. */
  node: Text | null;
  offset: number;
  /** The field the value is of. */
  field?: Element;
}

/** How white space of the page shows. */
export type WhiteSpace = 'collapse' | 'lines' | 'keep';

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
const NO_BREAK_SPACE = 0xa0;
const SOFT_HYPHEN = 0xad;
const ZERO_WIDTH_SPACE = 0x200b;
const WORD_JOINER = 0x2060;
const BYTE_ORDER_MARK = 0xfeff;

/** Writes one chunk: collapses white space as the page does and keeps the way back. */
export class ChunkWriter {
  // Kept in parts: looking at the end of one growing string would copy all of it each time.
  private readonly parts: string[] = [];
  private readonly runs: Run[] = [];
  private characters = 0;

  get isEmpty(): boolean {
    return this.characters === 0;
  }

  get length(): number {
    return this.characters;
  }

  endsWith(words: string): boolean {
    let tail = '';
    for (let i = this.parts.length - 1; i >= 0 && tail.length <= words.length; i--) {
      tail = this.parts[i] + tail;
    }
    return tail.trimEnd().endsWith(words);
  }

  /** A part of a text node. Characters that show nothing are left out. */
  node(node: Text, from: number, to: number, space: WhiteSpace): void {
    const { data } = node;
    let start = from;
    let rewrite = false;
    let atSpace = this.endsInSpace();
    const flush = (end: number) => {
      if (end > start) {
        const part = data.slice(start, end);
        this.push(rewrite ? rewritten(part, space) : part, node, start);
      }
      rewrite = false;
    };
    for (let i = from; i < to; i++) {
      const code = data.charCodeAt(i);
      if (code > SPACE && code < NO_BREAK_SPACE) {
        atSpace = false;
      } else if (showsNothing(code)) {
        flush(i);
        start = i + 1;
      } else if (code === NO_BREAK_SPACE) {
        rewrite = true;
        atSpace = false;
      } else if (!isSpace(code)) {
        atSpace = false;
      } else if (space === 'keep' || (space === 'lines' && isLineEnd(code))) {
        if (this.isEmpty && i === start) start = i + (isLineEnd(code) ? 1 : 0);
        if (code !== LINE_FEED && code !== TAB) rewrite = true;
        atSpace = true;
      } else if (atSpace) {
        flush(i);
        start = i + 1;
      } else {
        if (code !== SPACE) rewrite = true;
        atSpace = true;
      }
    }
    flush(to);
  }

  /** The value of a field: readable, and nowhere in the page's tree. */
  value(value: string, field: Element): void {
    if (value === '') return;
    this.runs.push({ at: this.characters, length: value.length, node: null, offset: 0, field });
    this.own(value);
  }

  /** Characters of ours: they stand for what the page shows without text. */
  own(words: string): void {
    if (words === '') return;
    this.parts.push(words);
    this.characters += words.length;
  }

  /** A space, unless there is one or nothing stands before it. */
  gap(): void {
    if (!this.endsInSpace()) this.own(' ');
  }

  /** Goes on with the answer to the label that was just written. */
  answer(): void {
    this.trim((code) => code === SPACE);
    if (!this.isEmpty) this.own(this.endsWith(':') || this.endsWith('?') ? ' ' : ': ');
  }

  /** A line feed; two make an empty line, more are no more than two. */
  lineBreak(): void {
    this.trim((code) => code === SPACE);
    if (!this.isEmpty && !this.parts.slice(-2).join('').endsWith('\n\n')) this.own('\n');
  }

  cellBreak(): void {
    this.trim((code) => code === SPACE);
    this.own('\t');
  }

  /** The chunk, trimmed at its end; undefined when it shows nothing. */
  finish(): Chunk | undefined {
    this.trim((code) => isSpace(code));
    const text = this.parts.join('');
    if (text.trim() === '') return undefined;
    return { kind: 'chunk', text, runs: this.runs, start: 0, assembly: 0 };
  }

  private push(text: string, node: Text, offset: number): void {
    const last = this.runs.at(-1);
    const at = this.characters;
    if (
      last?.node === node &&
      last.at + last.length === at &&
      last.offset + last.length === offset
    ) {
      last.length += text.length;
    } else {
      this.runs.push({ at, length: text.length, node, offset });
    }
    this.own(text);
  }

  private endsInSpace(): boolean {
    const last = this.parts.at(-1);
    return last === undefined || isSpace(last.charCodeAt(last.length - 1));
  }

  private trim(isTrimmed: (code: number) => boolean): void {
    for (let last = this.parts.at(-1); last !== undefined; last = this.parts.at(-1)) {
      let keep = last.length;
      while (keep > 0 && isTrimmed(last.charCodeAt(keep - 1))) keep--;
      this.characters -= last.length - keep;
      if (keep > 0) {
        this.parts[this.parts.length - 1] = last.slice(0, keep);
        break;
      }
      this.parts.pop();
    }
    for (let run = this.runs.at(-1); run; run = this.runs.at(-1)) {
      if (run.at + run.length <= this.characters) return;
      run.length = this.characters - run.at;
      if (run.length > 0) return;
      this.runs.pop();
    }
  }
}

function rewritten(part: string, space: WhiteSpace): string {
  if (space === 'keep') return part.replace(/\r/g, '\n').replace(/[\f\u00a0]/g, ' ');
  if (space === 'lines') return part.replace(/\r/g, '\n').replace(/[\t\f\u00a0]/g, ' ');
  return part.replace(/[\t\n\r\f\u00a0]/g, ' ');
}

function isSpace(code: number): boolean {
  return (
    code === SPACE || code === LINE_FEED || code === TAB || code === RETURN || code === FORM_FEED
  );
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}

function showsNothing(code: number): boolean {
  return (
    code === SOFT_HYPHEN ||
    code === ZERO_WIDTH_SPACE ||
    code === WORD_JOINER ||
    code === BYTE_ORDER_MARK
  );
}
