/** Numbers that stand in a cell of their own, in a row of any table. */

/** So far behind a number is looked for the end of its cell. */
const MOST_SPACES = 12;

/** "Tramadol 50 ...... 60": whether a row of points leads to the offset. */
function isLed(text: string, offset: number): boolean {
  return text
    .slice(offset - 5, offset)
    .trimEnd()
    .endsWith('...');
}

/** Whether a number stands in a cell of its own: a tab, a bar, several spaces or a row of points before it. */
export function isCell(text: string, offset: number): boolean {
  const before = text[offset - 1];
  if (before === '\t' || before === '|' || isLed(text, offset)) return true;
  return (
    before === ' ' &&
    (text[offset - 2] === ' ' || text[offset - 2] === '|' || text[offset - 2] === '\t')
  );
}

/** Whether the number from `start` to `end` is all that stands in its cell, in a row of any table. */
export function fillsCell(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + MOST_SPACES);
  // behind a row of points what comes next needs no cell of its own
  if (isLed(text, start)) return /^\s*(?:[,;\t|\r\n]|$)/.test(after);
  return isCell(text, start) && /^(?: *(?:[\t|\r\n]|$)| {2})/.test(after);
}
