import type { Layer, Shade } from './style-sheet.ts';

/** What is to be painted: the ranges of each layer, by the ground they stand on. */
export type Painting = Map<`${Layer}/${Shade}`, AbstractRange[]>;

/** Paints ranges without touching the page's tree. */
export interface Painter {
  /** Replaces what was painted. */
  paint(painting: Painting): void;
  /** Takes everything away. */
  clear(): void;
  /**
   * Looks whether the page took marks away and puts them back; `given-up` when it keeps doing so,
   * after which nothing is painted any more.
   */
  guard(): 'kept' | 'given-up';
}
