import { textOfDocx } from './docx.ts';
import { textOfRtf } from './rtf.ts';

/** What a file is, by its first bytes and not by its name. */
export type FileKind = 'pdf' | 'docx' | 'rtf' | 'text' | 'unknown';

/** A PDF may have some bytes of other kinds before its head. */
const headLength = 1_024;

export function kindOf(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, headLength));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  if (head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')) return 'text';
  // A text has no zero bytes; pictures and programs do.
  return head.includes('\0') ? 'unknown' : 'text';
}

/** The text of a file that is no PDF. Throws where it cannot be read; a FloodError where it is too much. */
export async function textOfFile(bytes: Uint8Array, kind: FileKind): Promise<string> {
  if (kind === 'rtf') return textOfRtf(new TextDecoder('windows-1252').decode(bytes));
  if (kind === 'docx') return textOfDocx(bytes);
  return decoded(bytes).replace(/\r\n?/g, '\n');
}

/** UTF-8 or UTF-16 as the file says, else the way Windows writes plain texts. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
