import type { Draft } from '../../lib/letter/draft.ts';
import { htmlText, plainText } from '../../lib/letter/forms.ts';
import { wordFile } from '../../lib/letter/word-file.ts';
import { words } from '../../lib/wording/words.ts';
import { downloadBlob } from '../base/download.ts';
import { CopyButton } from '../panel/copy-button.tsx';

interface Props {
  draft: Draft;
  /** Names the file: the item the draft is on. */
  label: string;
}

/** The ways of the draft out of the panel but for the portal's field: copied, as a file, on paper. */
export function HandOver({ draft, label }: Props) {
  const save = async () => downloadBlob(fileName(label), await wordFile(draft, label));
  return (
    <div class="bar">
      <CopyButton
        label={words('draft_copy')}
        done={words('draft_copied')}
        clipping={() => ({ plain: plainText(draft), html: htmlText(draft) })}
      />
      <button type="button" class="btn" onClick={() => void save()}>
        {words('draft_docx')}
      </button>
      <button type="button" class="btn" onClick={() => print()}>
        {words('draft_print')}
      </button>
    </div>
  );
}

function fileName(label: string): string {
  const name = label
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  return `${name || words('draft_file')}.docx`;
}
