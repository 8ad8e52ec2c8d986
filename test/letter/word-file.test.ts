import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { plainText } from '../../lib/letter/forms.ts';
import { wordFile } from '../../lib/letter/word-file.ts';
import { begun, materialWith } from './sample.ts';

test('the .docx file holds the draft word by word', async () => {
  const { draft } = begun(materialWith(), { decision: 'approve' });
  const blob = await wordFile(draft, 'Trigger point injections');
  const buffer = Buffer.from(await blob.arrayBuffer());
  const { value } = await mammoth.extractRawText({ buffer });
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
  expect(squeezed(value)).toBe(squeezed(plainText(draft)));
});
