/** Spans of a text and the marks that part line items: numbers, bullets, cells, semicolons. */
export interface Span {
  start: number;
  end: number;
}

/** A number, letter or bullet before an item, with the code or check box that may follow it. */
const MARKER =
  /^[\s>*•·▪●○■□➢√✓+~=–—-]*(?:o\s{1,3}(?=[A-Z])|(?:item|line|svc|service|med|drug|rx|no\.?)\s*#?\s*\d{1,2}\s*[:.)-]?|\(?(?:\d{1,2}|[a-hA-HlI]|i{1,3}|iv|vi{0,3})[.):](?=\s|\D)|\(\w{1,3}\)|\[\w{1,2}\]|\d{1,2}(?=\s+[A-Z])|\d{1,2}\s?-\s|#\d{1,2}[.):\s]|(?:one|two|three|four|five|six|seven|eight|nine|ten),)?[\s*•-]*/i;

const INLINE_MARKER =
  /[\s;,:]\(?(?:\d{1,2}|[a-h])\)\s|[\s;,:]\[\d{1,2}\]\s|\s[•·▪●]\s|;|\s(?=\[[xX✓✔ _]?\]\s|[☐☑☒])|(?<=[a-z\d])[,.]?\s+(?:number|item) (?:one|two|three|four|five|six|seven)[,.:]?\s+(?=(?:continue|start|stop|refill|renew|request|order|schedule|repeat|obtain|get|discontinue|increase|decrease|add|begin|proceed|authorization|physical|home|return|follow|work|MRI|EMG|urine)\b)/g;

/** "6 more visits", "12 PT": a number that counts, and numbers no item. */
const COUNT =
  /^\s*(?:\d{1,2}\s+(?:more|additional|addt?'?l|further|visits?|sessions?|treatments?|tx|units?|tabs?|caps?|pills|weeks?|wks?|days?|months?|inj\w*|shots?|levels?|sites?|mg)\b|\d\d\s+(?:PT|OT|chiro|acu))/i;

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** The span without the number or bullet before its words. */
export function withoutMarker(text: string, span: Span): Span {
  return { start: Math.min(span.end, span.start + markerOf(text, span).length), end: span.end };
}

/** Whether the span starts with a number, letter or bullet of a list. */
export function hasMarker(text: string, span: Span): boolean {
  return markerOf(text, span).trim().length > 0;
}

function markerOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, Math.min(end, start + 40));
  if (COUNT.test(words)) return '';
  const marker = MARKER.exec(words)?.[0] ?? '';
  // "REQ: 3 TPI": only the first number of a line may number it without a mark.
  return /^\d{1,2}\s*$/.test(marker) && !startsLine(text, start) ? '' : marker;
}

/** "Twelve (12) sessions": the number is written twice and heads no item. */
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{2,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)$/i;

/** Parts of a span at inline numbers ("(1) ... (2) ..."), bullets and semicolons. */
export function splitItems(text: string, { start, end }: Span): Span[] {
  const slice = text.slice(start, end);
  const parts: Span[] = [];
  let from = 0;
  let depth = 0;
  let scanned = 0;
  let last = numberIn(markerOf(text, { start, end }));
  for (const found of slice.matchAll(INLINE_MARKER)) {
    for (; scanned < found.index; scanned += 1) {
      const code = slice.charCodeAt(scanned);
      if (code === 0x28) depth += 1;
      else if (code === 0x29 && depth > 0) depth -= 1;
    }
    const semicolon = found[0] === ';';
    if (
      /[(\d]/.test(found[0]) &&
      NUMBER_WORD.test(slice.slice(Math.max(0, found.index - 12), found.index))
    )
      continue;
    // "(2 x 6) as she ...": the bracket closes what was opened.
    if (depth > 0 && !found[0].includes('(')) continue;
    const number = found[0].includes(')') ? numberIn(found[0]) : undefined;
    // "Left trapezius (2) and neck (3)": numbers of a list count up from one.
    if (number !== undefined && number !== 1 && number !== (last ?? Number.NaN) + 1) continue;
    last = number ?? last;
    const cut = semicolon ? found.index : found.index + 1;
    if (cut > from) parts.push({ start: start + from, end: start + cut });
    from = semicolon ? found.index + 1 : cut;
  }
  if (from < slice.length) parts.push({ start: start + from, end });
  return parts;
}

function numberIn(marker: string): number | undefined {
  const digits = /\d{1,2}/.exec(marker);
  return digits ? Number(digits[0]) : undefined;
}

/** Offset of the cell of a table row that holds `offset`: after the last bar, tab or wide gap. */
export function cellStart(text: string, from: number, offset: number): number {
  const start = Math.max(from, offset - LONGEST_LINE);
  const cells = [...text.slice(start, offset).matchAll(/\||\t| {3,}/g)];
  const last = cells.at(-1);
  return last ? start + last.index + last[0].length : from;
}

/** Offset after the last label that stands before `offset`: "Insomnia from pain - ...", "Sleep: ...". */
export function labelEnd(text: string, from: number, offset: number): number {
  let end = from;
  for (const found of text.slice(from, offset).matchAll(/:\s+|\s-{1,2}>?\s+|\s[–—→]\s+/g))
    end = from + found.index + found[0].length;
  return end;
}

/** Number of cells in a line. */
export function countCells(line: string): number {
  return line
    .trim()
    .split(isSlashRow(line) ? /\s\/\s/ : /\s*\|\s*|\t+| {2,}/)
    .filter((cell) => cell !== '').length;
}

/** Whether slashes with room around them part the cells of a row: "Acupuncture / neck / 8 visits". */
export function isSlashRow(line: string): boolean {
  return /\s\/\s[\s\S]*?\s\/\s/.test(line);
}

/** Whether only white space, list marks and the number of a page stand between the offset and its line's start. */
export function startsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return true;
    if (!isSpace(code))
      return (
        (LINE_MARKS.includes(text[at] as string) && offset - at < 6) ||
        PAGE_MARK.test(text.slice(Math.max(0, offset - LONGEST_PAGE_MARK), offset))
      );
  }
  return true;
}

/** "p4  Recommendations", "[pg 3]": pages of a fax that are numbered in the text. */
const PAGE_MARK =
  /(?:^|[\r\n])[\s[(]*(?:p|pg|page)\.? ?\d{1,2}(?: ?(?:of|\/) ?\d{1,2})?[\s\]):.-]*$/i;
const LONGEST_PAGE_MARK = 24;

const LINE_MARKS = '-*=>#•·([';

/** No line is looked at further than this: texts without line breaks stay cheap. */
const LONGEST_LINE = 4000;

/** Start of the line that holds the offset. */
export function lineStart(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_LINE);
  const found = text.slice(from, offset).lastIndexOf('\n');
  return found < 0 ? from : from + found + 1;
}

/** End of the line that holds the offset. */
export function lineEnd(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + LONGEST_LINE);
  const found = text.slice(offset, limit).indexOf('\n');
  return found < 0 ? limit : offset + found;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}
