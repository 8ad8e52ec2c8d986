import { createWorker, OEM, type Worker } from 'tesseract.js';
import type { PageItem } from './page-layout.ts';

/** Where the parts of text recognition lie: all within the extension, nothing is fetched. */
export interface RecognitionParts {
  worker: string;
  core: string;
  language: string;
}

/** The words on a picture of a page, and how sure all of it is, 0 to 100. */
export interface RecognisedPage {
  items: PageItem[];
  confidence: number;
}

/** Reads the text of page pictures, several at a time. Ended by `close`. */
export class TextRecognition {
  private readonly parts: RecognitionParts;
  private readonly workers: Promise<Worker>[] = [];
  private readonly most: number;
  private next = 0;

  /** `most` workers at a time: each takes a core and some hundred megabytes. */
  constructor(parts: RecognitionParts, most: number) {
    this.parts = parts;
    this.most = Math.max(1, most);
  }

  /** Pictures that can usefully be read at once. */
  get atOnce(): number {
    return this.most;
  }

  /** The words of one picture, in its pixels. */
  async recognise(picture: HTMLCanvasElement): Promise<RecognisedPage> {
    const worker = await this.worker();
    const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
    const items = (data.blocks ?? []).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) =>
        lines.flatMap(({ words, baseline }) =>
          words.map((word) => ({
            text: word.text,
            x: word.bbox.x0,
            y: Math.max(baseline.y0, baseline.y1),
            width: word.bbox.x1 - word.bbox.x0,
            height: word.bbox.y1 - word.bbox.y0,
            confidence: Math.round(word.confidence),
          })),
        ),
      ),
    );
    return { items: evenHeights(items), confidence: Math.round(data.confidence) };
  }

  async close(): Promise<void> {
    const started = this.workers.splice(0);
    await Promise.all(
      started.map((worker) =>
        worker.then(
          (one) => one.terminate(),
          () => null,
        ),
      ),
    );
  }

  private worker(): Promise<Worker> {
    const at = this.next++ % this.most;
    this.workers[at] ??= createWorker('eng', OEM.LSTM_ONLY, {
      workerPath: this.parts.worker,
      corePath: this.parts.core,
      langPath: this.parts.language,
      workerBlobURL: false,
      cacheMethod: 'none',
      gzip: true,
      logger: () => undefined,
      errorHandler: () => undefined,
    });
    return this.workers[at];
  }
}

/** A dash is no small letter: words of a page are about as high as most of them are. */
function evenHeights(items: PageItem[]): PageItem[] {
  const heights = items.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 1;
  return items.map((item) => ({ ...item, height: Math.max(item.height, usual) }));
}
