import type { Meaning, PageMark } from '../case/page-mark.ts';
import { rankOf } from './style-sheet.ts';

const told: Record<Meaning, number> = {
  request: 0,
  missing: 1,
  supports: 2,
  opposes: 3,
  ambiguous: 4,
};

/** Finds the marks at an offset, and the next and previous one. Marks are sorted by their start. */
export class MarkIndex {
  readonly marks: readonly PageMark[];
  /** The furthest end of all marks up to and with this one: nothing before can reach further. */
  private readonly reach: number[] = [];

  constructor(marks: readonly PageMark[]) {
    this.marks = marks;
    let furthest = 0;
    for (const { end } of marks) {
      furthest = Math.max(furthest, end);
      this.reach.push(furthest);
    }
  }

  /**
   * All marks that cover the character at `offset`, the shortest first: it is the most telling.
   * Over the same words the request comes first, then what was not found for it, then the sides.
   */
  at(offset: number): PageMark[] {
    const found: PageMark[] = [];
    for (let i = this.lastStartingAtOrBefore(offset); i >= 0; i--) {
      if ((this.reach[i] ?? 0) <= offset) break;
      const mark = this.marks[i];
      if (mark && mark.start <= offset && offset < mark.end) found.push(mark);
    }
    return found.sort(
      (a, b) => a.end - a.start - (b.end - b.start) || told[a.meaning] - told[b.meaning],
    );
  }

  /** Whether another mark over the same words, and perhaps more, gives them their tint. */
  isUnder(mark: PageMark): boolean {
    return this.at(mark.start).some(
      (other) =>
        other.end >= mark.end &&
        (rankOf(other.meaning) > rankOf(mark.meaning) ||
          (other.meaning === mark.meaning && other.start < mark.start)),
    );
  }

  /** Places of marks in order, each passage once, however many meanings it has. */
  places(): { start: number; end: number }[] {
    const places: { start: number; end: number }[] = [];
    for (const { start, end } of this.marks) {
      const last = places.at(-1);
      if (last?.start !== start || last.end !== end) places.push({ start, end });
    }
    return places;
  }

  private lastStartingAtOrBefore(offset: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
