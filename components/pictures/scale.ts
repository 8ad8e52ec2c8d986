/** From a number to a place in a picture, both along a line. */
export type Scale = (value: number) => number;

/** A straight scale; a domain without length stands in the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  if (high <= low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Width of a letter of 11 px in the mean; only for keeping labels apart. */
const LETTER = 5.6;

export function widthOf(text: string): number {
  return text.length * LETTER;
}

/** The text cut to a width, with an ellipsis where it was. */
export function fitted(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / LETTER));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

/** Where a label of that width may start so that it stays in the picture. */
export function keptIn(start: number, width: number, from: number, to: number): number {
  return Math.max(from, Math.min(start, to - width));
}
