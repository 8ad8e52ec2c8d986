import { browser } from 'wxt/browser';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { MarkTarget } from '../../lib/case/page-mark.ts';
import type { Locator, PlaceName, PortalPlaces } from '../../lib/case/portal-profile.ts';
import { Attention } from '../../lib/marking/attention.ts';
import { cardStyleSheet } from '../../lib/marking/card-style.ts';
import { showPassage } from '../../lib/marking/flash.ts';
import { HighlightPainter, isMarked } from '../../lib/marking/highlight-painter.ts';
import { Marker } from '../../lib/marking/marker.ts';
import { showNotice } from '../../lib/marking/notice.ts';
import { shiftSpans } from '../../lib/marking/shift.ts';
import { checkForPage, type PageArrival } from '../../lib/messaging/page-check.ts';
import type { InsertText, MarkSheet, PageSpan, PageText } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { tellActivity } from '../../lib/messaging/tell-activity.ts';
import { elementAt, factsOf } from '../../lib/reading/locate.ts';
import { type PageReading, watchPage } from '../../lib/reading/page-watch.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { copyWords } from './copy.ts';
import { Inserter } from './insert/inserter.ts';
import { fieldsHolding } from './insert/writing-field.ts';
import { Outbox } from './outbox.ts';
import { pickPlace } from './picker.ts';
import { PortalFiles } from './portal-files.ts';
import type { ContentScriptContext } from './quiet-context.ts';
import { SentTexts } from './sent-texts.ts';
import { SettledClaim } from './settled-claim.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** One page or frame: what it shows goes to the background, what was found comes back as marks. */
export class PortalPage {
  private readonly context: ContentScriptContext;
  // `crypto.randomUUID` is missing in pages that came without encryption.
  private readonly reader = crypto.getRandomValues(new Uint32Array(4)).join('-');
  private readonly sent = new SentTexts();
  private readonly outbox: Outbox;
  private readonly marker: Marker;
  private readonly attention: Attention;
  private readonly inserter: Inserter;
  private readonly roots = new Set<ShadowRoot>();
  private reading: PageReading | undefined;
  private sheet: MarkSheet | undefined;
  private readonly files = new PortalFiles();
  private places: PortalPlaces | null = null;
  private factsSent = '';
  private claim: string | undefined;
  private readonly settled = new SettledClaim();
  /** The last reading was not sent: the page was moving. */
  private isWaiting = false;
  private watching: ReturnType<typeof watchPage> | undefined;
  /** Read at once: the browser gives no words of an extension that is gone. */
  private readonly goneWords = {
    label: 'Caseglass',
    sentence: sentenceOf('CG-403'),
    close: words('close'),
  };

  constructor(context: ContentScriptContext) {
    const { signal } = context;
    this.context = context;
    this.outbox = new Outbox(signal, (fault) => this.onRefused(fault));
    this.inserter = new Inserter(signal, (field) => this.watching?.takeDraft(field));
    this.marker = new Marker({
      window,
      signal,
      painter: new HighlightPainter(CSS.highlights),
      onGivenUp: () => this.tellFault('CG-301'),
    });
    this.attention = new Attention({
      window,
      signal,
      marker: this.marker,
      places: () => this.reading?.map,
      shadowRoots: () => [...this.roots],
      cardStyle: () => (this.sheet ? cardStyleSheet(this.sheet.colours) : ''),
      keys: () => this.sheet?.keys ?? null,
      copy: copyWords,
      show: (target) => this.showInPanel(target),
      isAlive: () => {
        if (this.context.isInvalid) this.fallSilent();
        return !this.context.isInvalid;
      },
    });
  }

  start(): void {
    const { signal } = this.context;
    const listen = (
      message: unknown,
      sender: { id?: string | undefined },
      respond: (result: unknown) => void,
    ): true | undefined => {
      if (sender.id !== browser.runtime.id) return;
      const arrival = checkForPage(message);
      if (!arrival) return;
      const answer = this.answer(arrival);
      if (!(answer instanceof Promise)) return respond(answer) as undefined;
      // Left without an answer, whoever asked would wait for ever.
      answer.then(respond, () => respond(failure('CG-404')));
      return true;
    };
    browser.runtime.onMessage.addListener(listen);
    signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listen));
    // The browser's viewer in a frame has no text; the page around it says so.
    const isViewer = document.contentType === 'application/pdf' && window !== window.top;
    if (!isViewer) void this.watch();
  }

  private async watch(): Promise<void> {
    const { signal } = this.context;
    const asked = await askBackground('pageToBackground', 'getPlaces', null);
    this.places = asked.ok ? asked.value : null;
    if (signal.aborted) return;
    tellActivity(() => this.tellLookedAt(), signal);
    this.watching = watchPage(document, {
      signal,
      shadowRootOf: (element) => {
        const root = shadowRootOf(element);
        if (root) this.roots.add(root);
        return root;
      },
      caseArea: () => this.caseArea(),
      isCareful: () => Boolean(this.places?.claimNumber),
      isOurs: (node) => this.attention.isOurs(node),
      onRead: (reading) => this.onRead(reading),
    });
  }

  private onRead(reading: PageReading): void {
    if (this.context.isInvalid) {
      this.fallSilent();
      return;
    }
    for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
    const before = this.reading;
    this.reading = reading;
    this.marker.setPlaces(reading.map);
    const { facts: found } = this.factsNow(reading.text);
    if (this.places?.claimNumber && !this.settled.isSettled(reading, found?.claimNumber)) {
      this.isWaiting = true;
      this.watching?.readAgain();
      return;
    }
    if (this.isOtherClaim(found?.claimNumber) && reading.away > 0) {
      this.forgetAway();
      return;
    }
    const facts = JSON.stringify(found ?? null);
    const isNew = !before || this.isWaiting || isOther(before, reading) || facts !== this.factsSent;
    this.isWaiting = false;
    this.factsSent = facts;
    if (isNew) this.send(reading);
  }

  /** Whether a claim number shows, and another than before. */
  private isOtherClaim(claim: string | undefined): boolean {
    const before = this.claim;
    this.claim = claim ?? before;
    return before !== undefined && claim !== undefined && claim !== before;
  }

  /** What was scrolled away was of another claim: nothing is sent until it was read without. */
  private forgetAway(): void {
    this.reading = undefined;
    this.watching?.forgetAway();
  }

  /** Where the profile's place is not on this page, all of it is read. */
  private caseArea(): Element | null {
    const area = this.places?.caseArea;
    return area?.by === 'path' ? elementAt(area.path, document, shadowRootOf) : null;
  }

  private factsNow(text: string): Pick<PageText, 'facts'> {
    if (!this.places) return {};
    return { facts: factsOf(this.places, text, document, shadowRootOf) };
  }

  private send(reading: PageReading): void {
    // A frame without text (an advertisement, a spacer) is no document of a case.
    if (reading.text === '' && reading.unread.length === 0 && window !== window.top) return;
    const { url, title, heading, text, unread, away, files } = reading;
    this.outbox.send({
      reader: this.reader,
      revision: this.sent.keep(text),
      url,
      title: title.slice(0, longestLine),
      heading: heading.slice(0, longestLine),
      text,
      unread: unread.slice(0, mostParts),
      away,
      files,
      ...this.factsNow(text),
    });
  }

  private answer(arrival: PageArrival): Result<unknown> | Promise<Result<unknown>> {
    switch (arrival.name) {
      case 'paintMarks':
        return this.paint(arrival.body as MarkSheet);
      case 'showPassage':
        return this.show(arrival.body as PageSpan);
      case 'readAgain':
        if (this.reading) this.send(this.reading);
        return success(null);
      case 'setPlaces':
        this.places = arrival.body as PortalPlaces | null;
        this.watching?.readAgain();
        return success(null);
      case 'pickPlace': {
        const { place } = arrival.body as { place: PlaceName };
        return pickPlace(place, this.reading?.text ?? '', this.context.signal).then(success);
      }
      case 'insertText':
        return this.inserter.insert(arrival.body as InsertText);
      case 'readField':
        return this.inserter.read((arrival.body as { locator: Locator }).locator);
      case 'undoInsert':
        return this.inserter.undo();
      case 'holdsDraft': {
        const { text } = arrival.body as { text: string };
        for (const field of fieldsHolding(text, document)) this.watching?.takeDraft(field);
        return success(null);
      }
      case 'fetchFile':
        return this.files.part(arrival.body as { url: string; offset: number });
      case 'stop':
        this.context.end();
        return success(null);
    }
  }

  private paint(sheet: MarkSheet): Result<null> {
    const text = this.textOf(sheet);
    if (text === undefined) return failure('CG-303');
    this.sheet = sheet;
    this.marker.setMarks(sheet.marks, text);
    this.attention.onMarksChanged();
    return success(null);
  }

  private show(span: PageSpan): Result<null> {
    const text = this.textOf(span);
    const { reading } = this;
    if (text === undefined || !reading) return failure('CG-303');
    const [now] = shiftSpans([span], text, reading.text);
    if (!now) return failure('CG-303');
    const shown = showPassage(now, reading.map, this.marker, this.context.signal);
    if (shown === 'gone') return failure(reading.away > 0 ? 'CG-305' : 'CG-303');
    return shown === 'in-field' ? failure('CG-304') : success(null);
  }

  private textOf({ reader, revision }: { reader: string; revision: number }): string | undefined {
    return reader === this.reader ? this.sent.text(revision) : undefined;
  }

  private onRefused(fault: FaultCode): void {
    if (this.context.isInvalid) this.fallSilent();
    else if (fault === 'CG-401') this.context.end();
  }

  private async showInPanel(target: MarkTarget): Promise<string | undefined> {
    const answer = await askBackground('pageToBackground', 'showInPanel', target);
    if (answer.ok) return undefined;
    if (this.context.isInvalid) this.fallSilent();
    return sentenceOf(answer.fault);
  }

  /** The extension was updated or switched off. Where a new version takes over, nothing is said. */
  private fallSilent(): void {
    if (this.context.signal.aborted) return;
    const hadMarks = this.marker.marks.marks.length > 0 && window === window.top;
    const { sheet } = this;
    this.context.end();
    if (!hadMarks || !sheet) return;
    setTimeout(() => {
      if (isMarked(CSS.highlights)) return;
      showNotice(document, cardStyleSheet(sheet.colours), this.goneWords);
    }, takeOverTime);
  }

  private tellLookedAt(): void {
    if (this.reading) void askBackground('pageToBackground', 'lookedAt', null);
  }

  private tellFault(fault: FaultCode): void {
    void askBackground('pageToBackground', 'markingFault', { fault });
  }
}

/** A new version serves open pages within this time, in milliseconds. */
const takeOverTime = 3_000;
const longestLine = 2_000;
const mostParts = 200;

function isOther(before: PageReading, now: PageReading): boolean {
  return (
    before.text !== now.text ||
    before.url !== now.url ||
    before.title !== now.title ||
    before.heading !== now.heading ||
    before.away !== now.away ||
    JSON.stringify([before.unread, before.files]) !== JSON.stringify([now.unread, now.files])
  );
}
