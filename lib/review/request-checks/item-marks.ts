import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { lineStart } from '../requests/spans.ts';

/**
 * The listed requests by the number or letter that their line items bear ("3 Trazodone"), by their
 * order where none bears one. Items that are no treatment of the catalogue have numbers too.
 */
export function marksOf(
  { reading, document }: IndexedDocument,
  requests: readonly FoundRequest[],
): Map<string, FoundRequest> {
  const marks = new Map<string, FoundRequest>();
  const listed = requests.filter((one) => one.listed);
  for (const request of listed) {
    const [first] = request.passages;
    if (first?.document !== document.id) continue;
    const from = Math.max(lineStart(reading.text, first.start), first.start - MARK_WITHIN);
    const mark =
      MARK_BEFORE.exec(reading.text.slice(from, first.start))?.slice(1).find(Boolean) ??
      MARK_AT.exec(first.quote)?.[1];
    const name = mark && markName(mark);
    if (name && !marks.has(name)) marks.set(name, request);
  }
  const [byNumber, byLetter] = [/\d/, /[A-H]/].map((kind) =>
    [...marks.keys()].some((mark) => kind.test(mark)),
  );
  for (const [at, request] of listed.entries()) {
    const [number, letter] = [String(at + 1), String.fromCharCode(65 + at)];
    if (!byNumber && !marks.has(number)) marks.set(number, request);
    if (!byLetter && !marks.has(letter)) marks.set(letter, request);
  }
  return marks;
}

/** A number without the zeros it is led by, a letter as a capital: "01" and "1" are one item, "b" and "B", "ii" and "2". */
export function markName(mark: string): string {
  if (/^\d+$/.test(mark)) return String(Number(mark));
  const roman = ROMAN.indexOf(mark);
  return roman >= 0 ? String(roman + 1) : mark.toUpperCase();
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const MARK_WITHIN = 16;
const MARK_BEFORE =
  /(?:^|[\s(#])(\d{1,2}|[A-H])\s*[.):-]+\s*$|^\s*(\d{1,2})\s+$|(?:^|\s)\(([a-h]|i{1,3}|iv|vi{0,3})\)\s*$/;
const MARK_AT = /^\W*(?:[A-Za-z]+\s+#?)?(\d{1,2}|[A-H])(?:\s*[.):-]\s|\s{2})/;
