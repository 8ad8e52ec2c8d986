/**
 * The lines of a passage, without the white space around them: where the page keeps line ends (a
 * report in `pre`), what lies between two lines would be drawn as a little box at the edge.
 */
export function linesOf(
  { start, end }: { start: number; end: number },
  text: string,
): { start: number; end: number }[] {
  const words = text.slice(start, end);
  if (!words.includes('\n')) return [{ start, end }];
  const lines: { start: number; end: number }[] = [];
  for (const match of words.matchAll(/\S(?:.*\S)?/g)) {
    lines.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return lines;
}
