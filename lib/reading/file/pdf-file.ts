import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
import type { PageItem } from './page-layout.ts';

/** Where the parts of pdf.js lie: its worker, and the files it loads when a document asks for them. */
export interface PdfParts {
  worker: string;
  characterMaps: string;
  fonts: string;
  wasm: string;
  colourProfiles: string;
}

/** A page at its own size, in points. */
export interface PdfPage {
  width: number;
  height: number;
  items: PageItem[];
}

/** Why a PDF cannot be opened. */
export type PdfRefusal = 'locked' | 'broken';

export class PdfError extends Error {
  readonly why: PdfRefusal;
  constructor(why: PdfRefusal) {
    super(why);
    this.why = why;
  }
}

/** An open PDF. Its scripts are never run, nothing it links to is loaded. */
export class PdfFile {
  private readonly pdf: PDFDocumentProxy;
  readonly pageCount: number;

  private constructor(pdf: PDFDocumentProxy) {
    this.pdf = pdf;
    this.pageCount = pdf.numPages;
  }

  /** Throws a PdfError for a file that is locked or broken. */
  static async open(bytes: Uint8Array, parts: PdfParts): Promise<PdfFile> {
    GlobalWorkerOptions.workerSrc = parts.worker;
    try {
      const pdf = await getDocument({
        data: bytes,
        cMapUrl: parts.characterMaps,
        cMapPacked: true,
        standardFontDataUrl: parts.fonts,
        wasmUrl: parts.wasm,
        iccUrl: parts.colourProfiles,
        enableXfa: false,
        stopAtErrors: false,
      }).promise;
      return new PdfFile(pdf);
    } catch (error) {
      const isLocked = error instanceof Error && error.name === 'PasswordException';
      throw new PdfError(isLocked ? 'locked' : 'broken');
    }
  }

  /** Size and text of a page, counted from 1. */
  async page(number: number): Promise<PdfPage> {
    const page = await this.pdf.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const placed = items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [a, b, c, d, x, y] = multiplied(transform, item.transform);
      const angle = Math.atan2(b, a);
      return [{ text: item.str, x, y, width: item.width, height: Math.hypot(c, d), angle }];
    });
    page.cleanup();
    return { width, height, items: placed };
  }

  /** Draws a page at a scale; `signal` stops it. */
  async draw(
    number: number,
    canvas: HTMLCanvasElement,
    scale: number,
    signal: AbortSignal,
  ): Promise<void> {
    const page: PDFPageProxy = await this.pdf.getPage(number);
    if (signal.aborted) return;
    const viewport = page.getViewport({ scale });
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    const drawing = page.render({ canvas, viewport });
    const stop = () => drawing.cancel();
    signal.addEventListener('abort', stop);
    try {
      await drawing.promise;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    await this.pdf.loadingTask.destroy();
  }
}

type Matrix = [number, number, number, number, number, number];

/** Two transformations one after the other, as PDF writes them. */
function multiplied(first: readonly number[], second: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = first as Matrix;
  const [g, h, i, j, k, l] = second as Matrix;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
