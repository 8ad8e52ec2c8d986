import { constants, deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { readZip, writeZip } from '../../lib/reading/file/zip.ts';

/** What a page of a test file shows: its lines, or a picture of them as a scanner gives it. */
export type FilePage = { lines: string[] } | { picture: Buffer };

const size = [612, 792] as const;

/** A PDF of letter pages. */
export async function makePdf(pages: readonly FilePage[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const content of pages) {
    const page = pdf.addPage([...size]);
    if ('picture' in content) {
      const picture = await pdf.embedPng(content.picture);
      page.drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
    } else {
      content.lines.forEach((line, at) => {
        page.drawText(line, { x: 54, y: 720 - at * 16, size: 11, font });
      });
    }
  }
  return Buffer.from(await pdf.save());
}

/** A DOCX with a paragraph a line. */
export async function makeDocx(lines: readonly string[]): Promise<Buffer> {
  const children = lines.map((line) => new Paragraph(line));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/**
 * What unpacks to so many million bytes of markup: blocks that each stand alone, again and again.
 * It is deflated, without a head.
 */
export function floodOf(millions: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_000_000, '<w:p><w:r><w:t>a</w:t></w:r></w:p>'), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  return Buffer.concat([...Array.from({ length: millions }, () => block), Buffer.from([3, 0])]);
}

/** A DOCX of some megabytes that unpacks to three gigabytes, and says that it is short. */
export async function makeBomb(): Promise<Buffer> {
  const parts = readZip(await makeDocx(['x']), 1_000).map((part) =>
    part.name === 'word/document.xml' ? { ...part, packed: floodOf(3_000), size: 1_000 } : part,
  );
  return Buffer.from(writeZip(parts));
}
