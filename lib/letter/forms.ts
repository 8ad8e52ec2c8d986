import { type Draft, type Paragraph, type ParagraphGroup, textOf } from './draft.ts';

/** Headings of the draft, each over the paragraphs of its group. */
export const groupTitles: Record<ParagraphGroup, string> = {
  request: 'Request',
  record: 'What the record shows',
  absence: 'What was not found',
  guideline: 'Guideline',
  judgement: 'The reviewer’s own judgement',
  own: '',
  decision: 'Decision',
};

/** A part of the finished text: paragraphs under one heading, or under none. */
export interface Part {
  title: string;
  paragraphs: string[];
}

/** The draft as it is read: empty paragraphs are left out. */
export function partsOf({ paragraphs }: Draft): Part[] {
  const parts: Part[] = [];
  let group: Paragraph['group'] | undefined;
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph).trim();
    if (text === '') continue;
    const isNew = paragraph.group !== 'own' && paragraph.group !== group;
    if (isNew || parts.length === 0) {
      parts.push({ title: groupTitles[paragraph.group], paragraphs: [] });
      group = paragraph.group;
    }
    parts.at(-1)?.paragraphs.push(text);
  }
  return parts;
}

/** The draft as plain text; an empty line between paragraphs. */
export function plainText(draft: Draft): string {
  return partsOf(draft)
    .map(({ title, paragraphs }) =>
      title === '' ? paragraphs.join('\n\n') : `${title}\n${paragraphs.join('\n\n')}`,
    )
    .join('\n\n');
}

/** The draft as HTML of headings in bold and paragraphs, which every rich-text field takes. */
export function htmlText(draft: Draft): string {
  return partsOf(draft)
    .map(({ title, paragraphs }) => {
      const heading = title === '' ? '' : `<p><strong>${escaped(title)}</strong></p>`;
      const lines = paragraphs.map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`);
      return heading + lines.join('');
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
