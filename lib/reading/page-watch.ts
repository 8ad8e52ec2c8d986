import type { LinkedFile, UnreadPart } from '../case/document.ts';
import { keyOf } from '../case/page-key.ts';
import { assemble } from './assemble.ts';
import { Changes } from './changes.ts';
import type { Chunk } from './chunk.ts';
import { Drafts } from './drafts.ts';
import { linkedFiles } from './linked-files.ts';
import { Lists } from './lists.ts';
import type { TextMap } from './text-map.ts';
import { allIn, bodyOf, rootOf, titleOf } from './tree.ts';
import { type Walk, walkPage } from './walk.ts';
import { letPageRun, runInSlices, SliceClock } from './yielding.ts';

/** A page as it was read at one moment. */
export interface PageReading {
  url: string;
  title: string;
  /** The first main heading that shows. */
  heading: string;
  text: string;
  /** From an offset of the text to the page and back; holds until the next reading. */
  map: TextMap;
  unread: UnreadPart[];
  /** Lines of the text that were shown before and are not now: scrolled away or folded. */
  away: number;
  /** PDF files of this site that the page links to or holds. */
  files: LinkedFile[];
  /** The page changed right before it was read, or meanwhile: its parts may be of two moments. */
  isMoving: boolean;
}

export interface WatchOptions {
  signal: AbortSignal;
  /** Called after each reading, also when the text is the same and only its nodes were replaced. */
  onRead(reading: PageReading): void;
  /** The shadow root of an element, also a closed one where the browser gives it. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** The part of the page that holds the case; null for all of it. */
  caseArea?(): Element | null;
  /** Whether nothing may be read sooner than the page rests for sure. */
  isCareful?(): boolean;
  /** Nodes of ours, whose coming and going is no change of the page. */
  isOurs(node: Node): boolean;
}

/** Characters that are read of one page. */
export const longestText = 5_000_000;

/** A page is read when it was quiet for this long... */
const quiet = 100;
/** ...or this long, where a change came after a time of rest: most such changes are whole... */
const quietAfterRest = 60;
const rest = 1_000;
/** ...and at the latest this long after its first change, in milliseconds. */
const longestWait = 1_000;
/** Reading takes at most one part in this many of the time. */
const restFactor = 8;

/** Attributes that decide what shows. */
const tellingAttributes = [
  'class',
  'style',
  'hidden',
  'open',
  'role',
  'type',
  'contenteditable',
  'value',
  'start',
  'for',
  'aria-label',
];

/** Reads a page now and after every change of it, until the signal ends it. Changes nothing in it. */
export function watchPage(
  document: Document,
  options: WatchOptions,
): Pick<PageWatch, 'readAgain' | 'forgetAway' | 'takeDraft'> {
  const watch = new PageWatch(document, options);
  watch.start();
  return watch;
}

class PageWatch {
  private readonly document: Document;
  private readonly options: WatchOptions;
  private readonly observer = new MutationObserver((records) => this.takeRecords(records));
  private readonly roots = new WeakSet<ShadowRoot>();
  private readonly chunkOf = new WeakMap<Text, Chunk>();
  private readonly changes = new Changes();
  private readonly drafts = new Drafts();
  private readonly clock = new SliceClock();
  private readonly lists = new Lists();
  private page = '';
  /** What the reviewer wrote in since the last reading began. */
  private writtenIn: EventTarget | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange = 0;
  private cameAfterRest = false;
  private lastChange = 0;
  private lastCost = 0;
  private reading = false;

  constructor(document: Document, options: WatchOptions) {
    this.document = document;
    this.options = options;
  }

  start(): void {
    const { signal } = this.options;
    this.observe(this.document);
    const capture = { capture: true, passive: true, signal };
    const window = this.document.defaultView;
    window?.addEventListener('input', (event) => this.takeInput(event), capture);
    window?.addEventListener('change', (event) => this.takeInput(event), capture);
    window?.addEventListener('transitionend', (event) => this.takeTransition(event), capture);
    signal.addEventListener('abort', () => {
      this.observer.disconnect();
      clearTimeout(this.timer);
    });
    void this.read();
  }

  private observe(root: Node): void {
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: tellingAttributes,
    });
  }

  private takeRecords(records: readonly MutationRecord[]): void {
    if (this.changes.take(records, this.options.isOurs)) this.noteChange();
  }

  private takeInput(event: Event): void {
    const target = innermost(event);
    // Letter after letter in one box: until it is read, the first has said it all.
    if (this.timer !== undefined && target !== null && target === this.writtenIn) {
      this.lastChange = performance.now();
      return;
    }
    this.writtenIn = this.drafts.take(event, target) ? target : null;
    if (target instanceof Element) this.changes.forget(target);
    this.noteChange();
  }

  /** What fades out still shows when its class changes. */
  private takeTransition(event: Event): void {
    const { propertyName } = event as TransitionEvent;
    if (propertyName !== 'visibility' && propertyName !== 'display') return;
    const target = innermost(event);
    if (!(target instanceof Element)) return;
    this.changes.distrust(target);
    this.noteChange();
  }

  private noteChange(): void {
    const now = performance.now();
    const restedFor = now - this.lastChange;
    this.lastChange = now;
    // One timer for a whole storm: it looks at the time of the last change when it rings.
    if (this.timer !== undefined || this.reading) return;
    this.firstChange = this.lastChange;
    this.cameAfterRest = restedFor > rest;
    this.ringIn(this.quiet());
  }

  /** How long nothing has to change before the page is read, in milliseconds. */
  private quiet(): number {
    return this.cameAfterRest && !this.options.isCareful?.() ? quietAfterRest : quiet;
  }

  private ringIn(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const now = performance.now();
      const latest = this.firstChange + Math.max(longestWait, this.lastCost * restFactor);
      const next = Math.min(this.lastChange + this.quiet(), latest);
      if (now < next) this.ringIn(next - now);
      else void this.read();
    }, milliseconds);
  }

  /** Reads the page again although nothing in it changed. */
  readAgain(): void {
    this.noteChange();
  }

  /** What a box holds from now on is the reviewer's draft, and no record. */
  takeDraft(box: Element): void {
    if (this.drafts.has(box)) return;
    this.drafts.add(box);
    this.changes.forget(box);
    this.noteChange();
  }

  /** What left the page's lists and folds belongs to another case: reads again without it. */
  forgetAway(): void {
    this.lists.forget();
    this.changes.folds.forgetAll();
    this.changes.distrust(rootOf(this.document));
    this.noteChange();
  }

  /** Another address or heading is another page: nothing of the last one stays. */
  private followPage(): void {
    const page = keyOf(this.heading());
    if (page !== this.page && this.page !== '') {
      this.lists.forget();
      this.changes.folds.forgetAll();
      this.changes.distrust(rootOf(this.document));
    }
    this.page = page;
  }

  private async read(): Promise<void> {
    const { signal } = this.options;
    this.reading = true;
    this.writtenIn = null;
    this.followPage();
    this.changes.take(this.observer.takeRecords(), this.options.isOurs);
    const began = performance.now();
    const wasMoving = this.lastChange > 0 && began - this.lastChange < quiet;
    const walk = this.newWalk();
    const whole = bodyOf(this.document) ?? rootOf(this.document);
    const root = this.options.caseArea?.() ?? whole;
    const block = root && (await runInSlices(walkPage(root, walk), this.clock, signal));
    if (signal.aborted) return;
    this.changes.end();
    await letPageRun();
    const around = (chunk: Chunk) => this.lists.around(chunk);
    const assembled = block && assemble(block, this.chunkOf, around);
    await letPageRun();
    if (signal.aborted) return;
    this.lastCost = performance.now() - began;
    this.reading = false;
    if (assembled) {
      const { map, unread, away } = assembled;
      this.options.onRead({
        ...this.heading(),
        text: map.text,
        map,
        unread: [...unread, ...cuts(walk)],
        away,
        files: linkedFiles(this.document),
        isMoving: wasMoving || this.lastChange > began,
      });
    }
    // What changed meanwhile was noted, but had no timer.
    if (this.lastChange > began) this.noteChange();
  }

  private newWalk(): Walk {
    const { folds } = this.changes;
    folds.begin(this.document);
    return {
      folds,
      scrolling: (element, block) => this.lists.take(element, block),
      kept: this.changes.kept,
      stale: this.changes.begin(),
      chunkOf: this.chunkOf,
      shadowRootOf: this.options.shadowRootOf,
      onShadowRoot: (root) => {
        if (this.roots.has(root)) return;
        this.roots.add(root);
        this.observe(root);
      },
      isDraft: (element) => this.drafts.has(element),
      isTimeUp: () => this.clock.isTimeUp(),
      room: longestText,
      cut: { full: false, deep: false },
    };
  }

  private heading(): Pick<PageReading, 'url' | 'title' | 'heading'> {
    const { document } = this;
    const isShown = (element: Element) => element.checkVisibility?.() ?? true;
    const heading = allIn(document, 'h1, [role=heading][aria-level="1"]').find(isShown);
    return {
      url: document.URL,
      title: titleOf(document),
      heading: (heading?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, longestHeading),
    };
  }
}

/** Where an event happened, also within open shadow roots. */
function innermost(event: Event): EventTarget | null {
  const { target } = event;
  const isHost = target instanceof Element && target.shadowRoot !== null;
  return isHost ? (event.composedPath()[0] ?? target) : target;
}

const longestHeading = 300;

function cuts({ cut }: Walk): UnreadPart[] {
  const parts: UnreadPart[] = [];
  if (cut.full) {
    parts.push({ code: 'CG-102', what: `after ${longestText.toLocaleString('en')} characters` });
  }
  if (cut.deep) parts.push({ code: 'CG-106', what: '' });
  return parts;
}
