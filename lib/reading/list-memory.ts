/**
 * Remembers what a scrolling list showed. Long lists keep only the rows near the view in the page;
 * a row that left it for that reason was read, and stays read while the list is the same one.
 */

/** A line of a list; heights in CSS pixels from the list's own top, wherever it is scrolled to. */
export interface ListLine {
  /** What shows it: the same line is still there when its node shows the same words. */
  node: object;
  text: string;
  top: number;
  bottom: number;
}

/** What a list shows at one moment; all heights in CSS pixels. */
export interface ListView {
  /** In reading order. */
  lines: readonly ListLine[];
  /** How far it is scrolled. */
  scrolled: number;
  /** Of the part that can be seen at once. */
  height: number;
  /** Of the list from end to end. */
  whole: number;
}

/** What a list showed besides what it shows now. */
export interface Remembered {
  /** Sorted from top to bottom. */
  away: readonly ListLine[];
  /** The list is longer than all that was shown of it. */
  hasUnseen: boolean;
  /** Rows left it while it was watched: it draws only what is in view. */
  dropsRows: boolean;
}

interface Span {
  top: number;
  bottom: number;
}

/** A list that is shorter than this part of what it was is another one. */
const leastPart = 0.75;

export class ListMemory {
  private away: ListLine[] = [];
  private last: readonly ListLine[] = [];
  private seen: Span[] = [];
  private whole = 0;

  /** Takes in what the list shows now. */
  take(view: ListView): Remembered {
    if (view.lines.length === 0) {
      // Blank while it is scrolled fast; a list without height is an empty one.
      if (view.whole <= view.height) this.forget();
      return this.remembered(view.whole > view.height);
    }
    const pitch = pitchOf(view.lines);
    const shown = spansOf(view.lines, 2 * pitch);
    const drift = driftOf([...this.away, ...this.last], view.lines);
    const there = new Map(view.lines.map(({ node, text }) => [node, text]));
    const gone = this.last
      .filter(({ node, text }) => there.get(node) !== text)
      .map(shiftedBy(drift));
    const before = this.away.map(shiftedBy(drift));
    if (this.isOther([...before, ...gone], shown, view)) {
      this.forget();
    } else {
      const kept = [...before, ...gone.filter((line) => isOutOfView(line, view))];
      this.away = kept
        .filter(
          (line) => line.top < view.whole && !isWithin(line, shown) && !isNear(line, view, pitch),
        )
        .sort((a, b) => a.top - b.top);
      this.seen = this.seen.map(shiftedBy(drift));
    }
    this.last = view.lines;
    this.whole = view.whole;
    this.seen = joined([...this.seen, ...shown], 2 * pitch);
    return this.remembered(this.hasUnseen(view, pitch));
  }

  private remembered(hasUnseen: boolean): Remembered {
    return { away: this.away, hasUnseen, dropsRows: this.away.length > 0 };
  }

  /** Another list stands in its place, or another case on its page. */
  forget(): void {
    this.away = [];
    this.last = [];
    this.seen = [];
    this.whole = 0;
  }

  /**
   * Whether this is not the list that was shown before: where both stand, at least half of the lines
   * must be the same; where they do not meet, a jump of the same list has about the same height.
   */
  private isOther(known: readonly ListLine[], shown: readonly Span[], view: ListView): boolean {
    if (this.whole === 0) return false;
    if (view.whole < this.whole * leastPart) return true;
    const met = known.filter((line) => isWithin(line, shown));
    if (met.length === 0) return known.length > 0 && view.whole > this.whole / leastPart;
    const words = new Set(view.lines.map(({ text }) => text));
    return met.filter(({ text }) => words.has(text)).length * 2 < met.length;
  }

  /** A list that was never seen to drop rows may have blank ends for other reasons. */
  private hasUnseen(view: ListView, pitch: number): boolean {
    const allowed = this.away.length > 0 ? 3 * pitch : view.height;
    let reached = 0;
    for (const { top, bottom } of this.seen) {
      if (top - reached > allowed) return true;
      reached = Math.max(reached, bottom);
    }
    return view.whole - reached > allowed;
  }
}

function isOutOfView({ top, bottom }: ListLine, { scrolled, height }: ListView): boolean {
  return bottom <= scrolled || top >= scrolled + height;
}

function isWithin({ top, bottom }: ListLine, spans: readonly Span[]): boolean {
  const middle = (top + bottom) / 2;
  return spans.some((span) => span.top <= middle && middle <= span.bottom);
}

/** The same words a little way off: heights are estimates until a row was shown. */
function isNear(line: ListLine, { lines }: ListView, pitch: number): boolean {
  return lines.some(({ text, top }) => text === line.text && Math.abs(top - line.top) < pitch);
}

/** How far lines have moved since they were measured: rows above were estimated otherwise. */
function driftOf(known: readonly ListLine[], lines: readonly ListLine[]): number {
  const tops = once(lines);
  const moves: number[] = [];
  for (const [text, top] of once(known)) {
    const now = tops.get(text);
    if (now !== undefined) moves.push(now - top);
  }
  moves.sort((a, b) => a - b);
  return moves[moves.length >> 1] ?? 0;
}

/** The tops of lines whose words stand there once. */
function once(lines: readonly ListLine[]): Map<string, number> {
  const tops = new Map<string, number>();
  const twice = new Set<string>();
  for (const { text, top } of lines) {
    if (tops.has(text)) twice.add(text);
    tops.set(text, top);
  }
  for (const text of twice) tops.delete(text);
  return tops;
}

function shiftedBy(drift: number) {
  return <Part extends Span>(part: Part): Part => ({
    ...part,
    top: part.top + drift,
    bottom: part.bottom + drift,
  });
}

/** The height of one line with what separates it from the next. */
function pitchOf(lines: readonly ListLine[]): number {
  const heights = lines.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return Math.max(16, 2 * (heights[heights.length >> 1] ?? 0));
}

function spansOf(lines: readonly ListLine[], gap: number): Span[] {
  return joined(
    lines.map(({ top, bottom }) => ({ top, bottom })),
    gap,
  );
}

/** Spans in order, joined where no more than `gap` lies between them. */
function joined(spans: readonly Span[], gap: number): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.top - b.top)) {
    const last = all.at(-1);
    if (last && span.top - last.bottom <= gap) last.bottom = Math.max(last.bottom, span.bottom);
    else all.push({ ...span });
  }
  return all;
}
