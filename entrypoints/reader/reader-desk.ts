import { browser } from 'wxt/browser';
import type { ReaderActions, ReaderData } from '../../components/reader/reader-data.ts';
import type { FaultCode } from '../../lib/case/fault.ts';
import { findTerm } from '../../lib/case/find-term.ts';
import { longestText } from '../../lib/messaging/longest-text.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { tellActivity } from '../../lib/messaging/tell-activity.ts';
import { FilePlaces } from '../../lib/reading/file/file-places.ts';
import {
  type FilePage,
  firstPart,
  joinPages,
  type PagedText,
  readPage,
  waitingPage,
} from '../../lib/reading/file/paged-text.ts';
import { PdfError, PdfFile } from '../../lib/reading/file/pdf-file.ts';
import { kindOf, textOfFile } from '../../lib/reading/file/text-file.ts';
import { TextRecognition } from '../../lib/reading/file/text-recognition.ts';
import { FloodError } from '../../lib/reading/file/zip.ts';
import { PageMarks } from './page-marks.ts';

/** A reader with no file. */
export const emptyReader: ReaderData = {
  name: null,
  kind: null,
  pages: [],
  text: '',
  starts: [],
  progress: null,
  fault: null,
  found: null,
  counts: [],
  goTo: null,
};

/** The browser draws and reads while pages are read: it gets a turn after each of so many. */
const pagesAtOnce = 8;
/** Places of a term that are gone through; more of them say no more. */
const mostFound = 5_000;
/** Between two looks of the reviewer at how far it is, in milliseconds. */
const showEach = 200;
/** Recognition reads pictures of this many dots an inch: more takes longer and reads no better. */
const recognitionScale = 200 / 72;
/** A text in one sheet is wrapped by the browser; its size on the page is only a first guess. */
const sheet = { width: 612, height: 792 };

/** The address of a file of the extension. */
const own = (path: string) => new URL(path, location.origin).href;

const parts = () => ({
  worker: own('/pdfjs/pdf.worker.min.mjs'),
  characterMaps: own('/pdfjs/cmaps/'),
  fonts: own('/pdfjs/standard_fonts/'),
  wasm: own('/pdfjs/wasm/'),
  colourProfiles: own('/pdfjs/iccs/'),
});

/**
 * Everything that happens in the reader page. The file stays in this page; its text goes to the
 * background like that of a portal's page, to be reviewed with the case it was opened for.
 */
export class ReaderDesk implements ReaderActions {
  private data = emptyReader;
  private readonly show: (data: ReaderData) => void;
  private readonly ended = new AbortController();
  private readonly marks: PageMarks;
  private readonly caseId: string | null;
  private readonly reader = crypto.randomUUID();
  private revision = 0;
  private pdf: PdfFile | null = null;
  private work = new AbortController();
  private places = new FilePlaces('', [], []);

  constructor(caseId: string | null, show: (data: ReaderData) => void) {
    this.caseId = caseId;
    this.show = show;
    this.marks = new PageMarks({
      reader: this.reader,
      signal: this.ended.signal,
      places: () => this.places,
      textOf: (revision) => (revision === this.revision ? this.data.text : undefined),
      onCounts: (marks) => this.set({ counts: this.countsOf(marks) }),
      scrollTo: (start) => this.goToPage(this.places.pageAt(start)),
      sendAgain: () => this.send(),
    });
  }

  /** Who reads here looks at the case. */
  async tellActivity(): Promise<void> {
    const tabId = (await browser.tabs.getCurrent())?.id;
    if (tabId === undefined) return;
    const tell = () => void askBackground('panelToBackground', 'lookedAt', { tabId });
    tellActivity(tell, this.ended.signal);
  }

  /** A file that could not be had. */
  refuse(fault: FaultCode): void {
    this.set({ fault, progress: null });
  }

  stop(): void {
    this.work.abort();
    this.ended.abort();
    void this.pdf?.close();
  }

  async openFile(file: File): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // It was moved, changed or locked since it was chosen, or is larger than memory.
      await this.begin(file.name);
      this.refuse('CG-108');
      return;
    }
    await this.openBytes(file.name, bytes);
  }

  /** Opens a file of whatever kind its bytes say. */
  async openBytes(name: string, bytes: Uint8Array): Promise<void> {
    await this.begin(name);
    const kind = kindOf(bytes);
    try {
      if (kind === 'unknown') this.set({ fault: 'CG-109' });
      else if (kind === 'pdf') await this.openPdf(name, bytes);
      else this.openText(name, await textOfFile(bytes, kind));
    } catch (error) {
      this.set({ fault: faultOf(error), progress: null });
    }
  }

  openText(name: string, text: string): void {
    const page: FilePage = {
      ...waitingPage(1, sheet.width, sheet.height),
      state: text.trim() === '' ? 'no-text' : 'read',
      items: paragraphsOf(text),
      placed: placesOfParagraphs(text),
      text,
    };
    this.set({ name, kind: 'text', pages: [page], fault: null, progress: null });
    this.take();
  }

  /** Reads the pages without text by recognition of their pictures. */
  async recognise(): Promise<void> {
    const { pdf } = this;
    const wanted = this.data.pages.filter(({ state }) => state === 'no-text' || state === 'failed');
    if (!pdf || wanted.length === 0) return;
    const { signal } = this.startWork();
    const most = Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1));
    const recognition = new TextRecognition(
      {
        worker: own('/tesseract/worker.min.js'),
        core: own('/tesseract/core'),
        language: own('/tesseract/language'),
      },
      most,
    );
    let done = 0;
    const report = () => this.set({ progress: { what: 'recognising', done, of: wanted.length } });
    report();
    const queue = [...wanted];
    const readNext = async (): Promise<void> => {
      for (let page = queue.shift(); page && !signal.aborted; page = queue.shift()) {
        const read = await this.recogniseOne(pdf, page, recognition, signal);
        if (signal.aborted) return;
        this.setPage(read);
        done += 1;
        report();
      }
    };
    signal.addEventListener('abort', () => void recognition.close());
    await Promise.all(Array.from({ length: recognition.atOnce }, readNext));
    await recognition.close();
    if (signal === this.work.signal) this.set({ progress: null });
    this.take();
  }

  /** Ends what is under way; what was read so far stays. */
  cancel(): void {
    this.work.abort();
    this.set({ progress: null });
    this.take();
  }

  find(term: string): void {
    const hits = findTerm(term, this.data.text).take(mostFound).toArray();
    this.set({ found: term.trim() === '' ? null : { term, hits, at: 0 } });
    this.showHit();
  }

  findStep(step: 1 | -1): void {
    const { found } = this.data;
    if (!found || found.hits.length === 0) return;
    const at = (found.at + step + found.hits.length) % found.hits.length;
    this.set({ found: { ...found, at } });
    this.showHit();
  }

  goToPage(at: number): void {
    const page = Math.max(0, Math.min(this.data.pages.length - 1, at));
    this.set({ goTo: { page, number: (this.data.goTo?.number ?? 0) + 1 } });
  }

  draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void> {
    return this.pdf?.draw(page + 1, canvas, scale, signal) ?? Promise.resolve();
  }

  setNodes(page: number, nodes: readonly Text[] | null): void {
    this.places.setNodes(page, nodes);
    this.marks.onDrawn();
  }

  private async begin(name: string): Promise<void> {
    this.work.abort();
    await this.pdf?.close();
    this.pdf = null;
    const { goTo } = this.data;
    this.set({ ...emptyReader, goTo, name, progress: { what: 'opening', done: 0, of: 0 } });
  }

  private async openPdf(name: string, bytes: Uint8Array): Promise<void> {
    const { signal } = this.startWork();
    const pdf = await PdfFile.open(bytes, parts());
    this.pdf = pdf;
    const first = await pdf.page(1);
    const pages = Array.from({ length: pdf.pageCount }, (_, at) =>
      waitingPage(at + 1, first.width, first.height),
    );
    const progress = { what: 'reading', done: 0, of: pages.length } as const;
    this.set({ name, kind: 'pdf', pages, fault: null, progress });
    const read: FilePage[] = [];
    let shown = performance.now();
    for (let at = 0; at < pages.length && !signal.aborted; at += pagesAtOnce) {
      const numbers = pages.slice(at, at + pagesAtOnce).map(({ number }) => number);
      read.push(...(await Promise.all(numbers.map((number) => this.readOne(pdf, number)))));
      if (signal.aborted) return;
      if (performance.now() - shown < showEach && read.length < pages.length) continue;
      shown = performance.now();
      // What was read so far is kept by its place: another reading may have been cancelled here.
      this.set({
        pages: [...read, ...pages.slice(read.length)],
        progress: { ...progress, done: read.length },
      });
    }
    if (signal.aborted) return;
    this.set({ progress: null });
    this.take();
  }

  private async readOne(pdf: PdfFile, number: number): Promise<FilePage> {
    try {
      const { width, height, items } = await pdf.page(number);
      return readPage({ number, width, height }, items);
    } catch {
      // One broken page does not take the others along.
      return { ...waitingPage(number, sheet.width, sheet.height), state: 'failed' };
    }
  }

  private async recogniseOne(
    pdf: PdfFile,
    page: FilePage,
    recognition: TextRecognition,
    signal: AbortSignal,
  ): Promise<FilePage> {
    const canvas = document.createElement('canvas');
    try {
      await pdf.draw(page.number, canvas, recognitionScale, signal);
      if (signal.aborted) return page;
      const { items, confidence } = await recognition.recognise(canvas);
      const points = items.map((item) => ({
        ...item,
        x: item.x / recognitionScale,
        y: item.y / recognitionScale,
        width: item.width / recognitionScale,
        height: item.height / recognitionScale,
      }));
      return readPage(page, points, confidence);
    } catch {
      return { ...page, state: 'failed' };
    }
  }

  private startWork(): AbortController {
    this.work.abort();
    this.work = new AbortController();
    return this.work;
  }

  private setPage(page: FilePage): void {
    const pages = [...this.data.pages];
    pages[page.number - 1] = page;
    this.set({ pages });
  }

  /** The text as it stands now: to the marks here, and to the background. */
  private take(): void {
    const joined = joinPages(this.data.pages);
    const starts = joined.pages.map(({ start }) => start);
    this.places = new FilePlaces(joined.text, this.data.pages, starts);
    this.set({ text: joined.text, starts });
    this.marks.onText();
    this.send(joined);
  }

  private send(whole: PagedText = joinPages(this.data.pages)): void {
    const { name, kind } = this.data;
    const joined = firstPart(whole, longestText);
    const isCut = joined.text.length < whole.text.length;
    if (name === null || joined.text === '') return;
    this.revision += 1;
    const scanned = this.data.pages.filter(
      ({ state }) => state === 'no-text' || state === 'failed',
    );
    void askBackground('pageToBackground', 'textRead', {
      reader: this.reader,
      revision: this.revision,
      url: location.href,
      title: name,
      heading: name,
      text: joined.text,
      unread: [
        ...(isCut ? [{ code: 'CG-102', what: name }] : []),
        ...scanned.map(({ number }) => ({ code: 'CG-107', what: `Page ${number}` })),
      ].slice(0, 200),
      document: {
        origin: kind === 'pdf' ? { kind: 'file', fileName: name } : { kind: 'pasted' },
        pages: joined.pages,
        caseId: this.caseId,
        uncertain: joined.uncertain.slice(0, 20_000),
      },
    }).then((answer) => {
      if (!answer.ok) this.set({ fault: answer.fault });
      else if (isCut) this.set({ fault: 'CG-102' });
    });
  }

  private showHit(): void {
    const { found } = this.data;
    const hit = found?.hits[found.at];
    if (hit) this.goToPage(this.places.pageAt(hit.start));
    this.marks.setOff(hit);
  }

  private countsOf(marks: readonly { start: number }[]): number[] {
    const counts = this.data.pages.map(() => 0);
    for (const { start } of marks) {
      const page = this.places.pageAt(start);
      counts[page] = (counts[page] ?? 0) + 1;
    }
    return counts;
  }

  private set(more: Partial<ReaderData>): void {
    this.data = { ...this.data, ...more };
    this.show(this.data);
  }
}

function faultOf(error: unknown): FaultCode {
  if (error instanceof FloodError) return 'CG-114';
  if (!(error instanceof PdfError)) return 'CG-108';
  return error.why === 'locked' ? 'CG-110' : 'CG-108';
}

/** A plain text is drawn in its paragraphs, each one piece. */
function paragraphsOf(text: string) {
  return pieces(text).map(({ words }) => ({ text: words, x: 0, y: 0, width: 0, height: 10 }));
}

function placesOfParagraphs(text: string) {
  return pieces(text).map(({ start }, item) => ({ start, item }));
}

/** Paragraphs with the empty lines behind them, so that together they are the whole text. */
function pieces(text: string): { start: number; words: string }[] {
  const found: { start: number; words: string }[] = [];
  for (const match of text.matchAll(/[\s\S]+?(?:\n\s*\n|$(?![\s\S]))/g)) {
    found.push({ start: match.index, words: match[0] });
  }
  return found;
}
