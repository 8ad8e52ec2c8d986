import { inOneLine } from '../case/passage.ts';
import type { EvidenceInEnglish } from './in-english.ts';
import { writtenDate } from './written-date.ts';

/** The name of a document by its id. */
export type Naming = (document: string) => string;

/**
 * Words of the record with where and when they stand: “…” (Records packet, June 19, 2015), or where only
 * the document is dated “…” (Progress note of June 19, 2015).
 */
export function passageWords(piece: EvidenceInEnglish, naming: Naming): string {
  const { quote, slip } = piece;
  const read = slip === undefined ? '' : ` [read as: ${slip}]`;
  return `“${inOneLine(quote)}”${read} (${placeOf(piece, naming(piece.document))})`;
}

function placeOf({ date, documentDate }: EvidenceInEnglish, name: string): string {
  if (date !== undefined) return `${name}, ${writtenDate(date)}`;
  return documentDate === undefined
    ? `${name}, undated`
    : `${name} of ${writtenDate(documentDate)}`;
}
