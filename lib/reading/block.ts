import type { UnreadPart } from '../case/document.ts';
import type { Chunk } from './chunk.ts';

/** What one block of the page gave: a tree, so that unchanged blocks need not be read again. */
export interface Block {
  kind: 'block';
  items: Item[];
  characters: number;
  /** True when something in it changes without a mutation (the value of a field, a slot). */
  volatile: boolean;
  /** Was shown and is folded away now: read then, and on no screen. */
  folded?: boolean;
  /** Scrolls by itself, and remembers what it showed: see `lists.ts`. */
  isList?: boolean;
}

export type Item = Block | Chunk | Break | Lead | Join | JoinEnd | Unread;

/** The next chunk starts on a new line (1) or after an empty line (2). */
export interface Break {
  kind: 'break';
  lines: 1 | 2;
}

/** Characters of ours before the next chunk: a list number. */
export interface Lead {
  kind: 'lead';
  words: string;
}

/**
 * The next chunk is the answer to a label: it follows on the label's line as `Label: answer` when
 * the text really ends with the label. Otherwise the label is written anew, or, with `whenShown`,
 * the answer stands alone.
 */
export interface Join {
  kind: 'join';
  label: string;
  whenShown: boolean;
}

/** The answer ends here, whether there was one or not. */
export interface JoinEnd {
  kind: 'join-end';
}

export interface Unread {
  kind: 'unread';
  part: UnreadPart;
}
