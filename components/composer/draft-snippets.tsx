import { useState } from 'preact/hooks';
import type { Draft } from '../../lib/letter/draft.ts';
import { addParagraph, ownParagraph } from '../../lib/letter/edit.ts';
import type { JudgedRequest } from '../../lib/review/judgements.ts';
import { words } from '../../lib/wording/words.ts';
import { SnippetRequestProvider, useSnippetShelf } from '../snippets/shelf.ts';
import { SnippetPicker } from '../snippets/snippet-picker.tsx';
import { snippetSegments } from '../snippets/snippet-segments.ts';

interface Props {
  draft: Draft;
  request: JudgedRequest;
  asOf: string;
  onEdit: (draft: Draft) => void;
}

/** Snippets to write with: one that is chosen becomes a paragraph at the draft's end. */
export function DraftSnippets({ draft, request, asOf, onEdit }: Props) {
  const shelf = useSnippetShelf();
  const [open, setOpen] = useState(false);
  if (shelf === null || shelf.snippets.length === 0) return null;
  return (
    <section class="snippets" aria-label={words('snippets')}>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words(open ? 'snippets_hide' : 'snippets')}
      </button>
      <span class="hint">{words('slash_hint')}</span>
      {open && (
        <SnippetRequestProvider value={request}>
          <SnippetPicker
            shelf={shelf}
            criterion={null}
            asOf={asOf}
            onInsert={(use) =>
              onEdit(addParagraph(draft, ownParagraph(draft, snippetSegments(use)), null))
            }
          />
        </SnippetRequestProvider>
      )}
    </section>
  );
}
