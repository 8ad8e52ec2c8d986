import { browser } from 'wxt/browser';
import { putOnClipboard } from '../../components/panel/clipboard.ts';
import type { PageMark } from '../../lib/case/page-mark.ts';
import { Attention } from '../../lib/marking/attention.ts';
import { cardStyleSheet } from '../../lib/marking/card-style.ts';
import { showPassage } from '../../lib/marking/flash.ts';
import { HighlightPainter } from '../../lib/marking/highlight-painter.ts';
import { Marker } from '../../lib/marking/marker.ts';
import { checkForPage, type PageArrival } from '../../lib/messaging/page-check.ts';
import type { MarkSheet, PageSpan } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import type { FilePlaces } from '../../lib/reading/file/file-places.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';

interface Options {
  /** Names this reader in messages. */
  reader: string;
  signal: AbortSignal;
  places(): FilePlaces;
  /** The text of a revision, if it is still the one shown. */
  textOf(revision: number): string | undefined;
  onCounts(marks: readonly PageMark[]): void;
  /** Brings the page that holds an offset into view, so that it is drawn. */
  scrollTo(start: number): void;
  sendAgain(): void;
}

/** The marks in the reader page: the same as in a portal's page, over the pages that are drawn. */
export class PageMarks {
  private readonly options: Options;
  private readonly marker: Marker;
  private readonly attention: Attention;
  private sheet: MarkSheet | undefined;
  /** A passage whose page is still to be drawn. */
  private awaited: { start: number; end: number } | undefined;
  private setOffNow: { start: number; end: number } | undefined;

  constructor(options: Options) {
    this.options = options;
    const { signal } = options;
    this.marker = new Marker({
      window,
      signal,
      painter: new HighlightPainter(CSS.highlights),
      onGivenUp: () => undefined,
    });
    this.attention = new Attention({
      window,
      signal,
      marker: this.marker,
      places: options.places,
      shadowRoots: () => [],
      cardStyle: () => (this.sheet ? cardStyleSheet(this.sheet.colours) : ''),
      keys: () => this.sheet?.keys ?? null,
      copy: (words) => putOnClipboard({ plain: words, html: '' }),
      isAlive: () => true,
      show: async (target) => {
        const answer = await askBackground('pageToBackground', 'showInPanel', target);
        return answer.ok ? undefined : sentenceOf(answer.fault);
      },
    });
    const listen = (
      message: unknown,
      sender: { id?: string | undefined },
      respond: (result: unknown) => void,
    ): undefined => {
      if (sender.id !== browser.runtime.id) return;
      const arrival = checkForPage(message);
      if (arrival) respond(this.answer(arrival));
    };
    browser.runtime.onMessage.addListener(listen);
    signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
  }

  /** Another text is shown. */
  onText(): void {
    this.marker.setPlaces(this.options.places());
  }

  /** A page was drawn, or is no longer. */
  onDrawn(): void {
    this.marker.setPlaces(this.options.places());
    this.marker.setCurrent(this.setOffNow);
    const { awaited } = this;
    if (!awaited || this.options.places().spansOf(awaited.start, awaited.end).length === 0) return;
    this.awaited = undefined;
    showPassage(awaited, this.options.places(), this.marker, this.options.signal);
  }

  /** Sets a place off until another is, as a find does. */
  setOff(span: { start: number; end: number } | undefined): void {
    this.setOffNow = span;
    this.marker.setCurrent(span);
  }

  private answer(arrival: PageArrival): Result<null> {
    switch (arrival.name) {
      case 'paintMarks':
        return this.paint(arrival.body as MarkSheet);
      case 'showPassage':
        return this.show(arrival.body as PageSpan);
      case 'readAgain':
        this.options.sendAgain();
        return success(null);
      default:
        return success(null);
    }
  }

  private paint(sheet: MarkSheet): Result<null> {
    const text = this.textFor(sheet);
    if (text === undefined) return failure('CG-303');
    this.sheet = sheet;
    this.marker.setMarks(sheet.marks, text);
    this.attention.onMarksChanged();
    this.options.onCounts(sheet.marks);
    return success(null);
  }

  private show(span: PageSpan): Result<null> {
    if (this.textFor(span) === undefined) return failure('CG-303');
    this.awaited = span;
    this.options.scrollTo(span.start);
    this.onDrawn();
    return success(null);
  }

  private textFor({ reader, revision }: { reader: string; revision: number }): string | undefined {
    return reader === this.options.reader ? this.options.textOf(revision) : undefined;
  }
}
