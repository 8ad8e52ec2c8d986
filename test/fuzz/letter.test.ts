// @vitest-environment happy-dom
import { expect, vi } from 'vitest';
import { type Draft, said, segmentOf } from '../../lib/letter/draft.ts';
import { editParagraph } from '../../lib/letter/edit.ts';
import { htmlText, plainText } from '../../lib/letter/forms.ts';
import { wordFile } from '../../lib/letter/word-file.ts';
import { textOfFile } from '../../lib/reading/file/text-file.ts';
import { fuzz } from './fuzz.ts';
import { anyText } from './inputs.ts';

// The same library takes a file otherwise in Node than in a browser.
vi.mock('mammoth', async (original) => {
  const { extractRawText } = await original<typeof import('mammoth')>();
  return {
    extractRawText: ({ arrayBuffer }: { arrayBuffer: ArrayBuffer }) =>
      extractRawText({ buffer: Buffer.from(arrayBuffer) }),
  };
});

/** What a file of Word cannot hold, and blanks, which each form has its own way with. */
const kept = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufffd-\uffff\s]/gu, '');

fuzz({
  name: 'letter',
  inputs: anyText,
  runs: 15,
  async holds(text) {
    const segments = [said('The record says: '), segmentOf('passage', 'p', text)];
    const draft: Draft = { paragraphs: [{ id: 'a', group: 'record', segments }] };
    const plain = plainText(draft);
    const shown = document.createElement('div');
    shown.innerHTML = htmlText(draft);
    for (const { localName } of shown.querySelectorAll('*')) {
      expect(['p', 'br', 'strong']).toContain(localName);
    }
    expect(kept(shown.textContent)).toBe(kept(plain));
    const word = await wordFile(draft, 'Letter');
    const bytes = new Uint8Array(await word.arrayBuffer());
    expect(kept(await textOfFile(bytes, 'docx'))).toBe(kept(plain));
    const [edited] = draft.paragraphs.map((paragraph) => editParagraph(paragraph, `${text}x`));
    expect(edited?.segments.map((one) => one.text).join('')).toBe(`${text}x`);
  },
});
