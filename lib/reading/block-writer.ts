import type { UnreadPart } from '../case/document.ts';
import type { Block, Item } from './block.ts';
import { type Chunk, ChunkWriter } from './chunk.ts';
import type { FieldText } from './fields.ts';

/** Collects what one block of the page gives, chunk by chunk. */
export class BlockWriter {
  private readonly items: Item[] = [];
  private readonly chunkOf: WeakMap<Text, Chunk>;
  private chunk = new ChunkWriter();
  private characters = 0;
  private cells = 0;
  /** Set when something in it changes without a mutation. */
  volatile = false;

  constructor(chunkOf: WeakMap<Text, Chunk>) {
    this.chunkOf = chunkOf;
  }

  /** The chunk that is being written. */
  get line(): ChunkWriter {
    return this.chunk;
  }

  /** What is written next starts on a new line, or after an empty one. */
  break(lines: 1 | 2): void {
    this.endChunk();
    this.items.push({ kind: 'break', lines });
  }

  /** A block read within this one, or kept from an earlier reading. */
  block(block: Block): void {
    this.endChunk();
    this.items.push(block);
    this.characters += block.characters;
    if (block.volatile) this.volatile = true;
  }

  /** Characters of ours before the next chunk. */
  lead(words: string): void {
    this.endChunk();
    this.items.push({ kind: 'lead', words });
  }

  /** The next chunk answers a label. */
  join({ label, whenShown }: { label: string; whenShown: boolean }): void {
    this.endChunk();
    this.items.push({ kind: 'join', label, whenShown });
  }

  endJoin(): void {
    this.endChunk();
    this.items.push({ kind: 'join-end' });
  }

  unread(part: UnreadPart): void {
    this.items.push({ kind: 'unread', part });
  }

  /** Starts a cell of the row that is this block's only chunk. */
  cell(): void {
    if (this.cells++ > 0) this.chunk.cellBreak();
  }

  /** A field on its own, or in the middle of a line or row. */
  field(field: FieldText, element: Element, inRow: boolean): void {
    this.volatile = true;
    if (inRow || (!field.large && !this.chunk.isEmpty)) {
      this.inlineField(field, element);
      return;
    }
    if (field.large) this.break(1);
    if (field.label !== '') this.join({ label: field.label, whenShown: false });
    this.chunk.value(field.value, element);
    if (field.large) this.endChunk();
    if (field.label !== '') this.endJoin();
    if (field.large) this.break(1);
  }

  finish(): Block {
    this.endChunk();
    return {
      kind: 'block',
      items: this.items,
      characters: this.characters,
      volatile: this.volatile,
    };
  }

  private inlineField({ value, label }: FieldText, element: Element): void {
    const isAnswer =
      (label !== '' && this.chunk.endsWith(label)) || element.closest('label') !== null;
    if (isAnswer && !/^\[.\]$/.test(value)) this.chunk.answer();
    else this.chunk.gap();
    this.chunk.value(value, element);
    this.chunk.gap();
  }

  private endChunk(): void {
    if (this.chunk.isEmpty) return;
    const chunk = this.chunk.finish();
    this.chunk = new ChunkWriter();
    if (!chunk) return;
    this.items.push(chunk);
    this.characters += chunk.text.length;
    for (const { node } of chunk.runs) if (node) this.chunkOf.set(node, chunk);
  }
}
