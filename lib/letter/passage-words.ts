import { inOneLine } from './absence.ts';
import type { EvidenceInEnglish } from './in-english.ts';
import { writtenDate } from './written-date.ts';

/** The name of a document by its id. */
export type Naming = (document: string) => string;

/** Words of the record with where and when they stand: “…” (Progress note, June 19, 2015). */
export function passageWords(piece: EvidenceInEnglish, naming: Naming): string {
  const { date, document, quote, slip } = piece;
  const when = date === undefined ? 'undated' : writtenDate(date);
  const read = slip === undefined ? '' : ` [read as: ${slip}]`;
  return `“${inOneLine(quote)}”${read} (${naming(document)}, ${when})`;
}
