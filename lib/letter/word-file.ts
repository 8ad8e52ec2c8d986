import type { Draft } from './draft.ts';
import { partsOf } from './forms.ts';

/** The draft as a .docx file. The library is loaded when it is asked for. */
export async function wordFile(draft: Draft, title: string): Promise<Blob> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));
  const children = partsOf(draft).flatMap((part) => [
    ...(part.title === ''
      ? []
      : [new Paragraph({ text: part.title, heading: HeadingLevel.HEADING_2 })]),
    ...part.paragraphs.map(
      (text) => new Paragraph({ children: lines(text), spacing: { after: 160 } }),
    ),
  ]);
  const document = new Document({
    // No name and no time of making is written beside the text.
    creator: '',
    lastModifiedBy: '',
    title,
    sections: [{ children }],
  });
  return Packer.toBlob(document);
}
