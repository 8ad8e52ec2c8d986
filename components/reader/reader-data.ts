import type { FaultCode } from '../../lib/case/fault.ts';
import type { FilePage } from '../../lib/reading/file/paged-text.ts';

/** What the reader page shows. */
export interface ReaderData {
  /** The file's name; null before one is opened. */
  name: string | null;
  kind: 'pdf' | 'text' | null;
  pages: readonly FilePage[];
  text: string;
  /** Offset of each page in the text. */
  starts: readonly number[];
  progress: { what: 'opening' | 'reading' | 'recognising'; done: number; of: number } | null;
  fault: FaultCode | null;
  found: { term: string; hits: readonly { start: number; end: number }[]; at: number } | null;
  /** Findings on each page. */
  counts: readonly number[];
  /** The page (from 0) to bring into view; once for each number. */
  goTo: { page: number; number: number } | null;
}

/** What can be done in it. */
export interface ReaderActions {
  openFile(file: File): Promise<void>;
  openText(name: string, text: string): void;
  recognise(): Promise<void>;
  cancel(): void;
  find(term: string): void;
  findStep(step: 1 | -1): void;
  goToPage(page: number): void;
  /** Draws a page (from 0) at a scale of its points. */
  draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** The text nodes of a page that is drawn, one for each item; null when it is not any more. */
  setNodes(page: number, nodes: readonly Text[] | null): void;
}
