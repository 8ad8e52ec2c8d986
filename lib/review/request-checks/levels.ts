import type { Value } from '../../language/mention.ts';

const ORDER = [...numbered('C', 7), ...numbered('T', 12), ...numbered('L', 5), ...numbered('S', 5)];

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}

/** The segments a level covers: "L4-S1" is L4-L5 and L5-S1; a single vertebra is itself. */
export function segmentsOf({ from, to }: Extract<Value, { kind: 'level' }>): string[] {
  const first = ORDER.indexOf(from.toUpperCase());
  const last = to === undefined ? first : ORDER.indexOf(to.toUpperCase());
  if (first < 0 || last <= first || last - first > 6)
    return [to === undefined ? from : `${from}-${to}`];
  const segments: string[] = [];
  for (let at = first; at < last; at += 1) segments.push(`${ORDER[at]}-${ORDER[at + 1]}`);
  return segments;
}
