import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { useSnippetShelf } from './shelf.ts';
import { SnippetPreview } from './snippet-preview.tsx';
import { criterionFor } from './snippet-segments.ts';

interface Props {
  found: FoundSnippet;
  /** What of the case fills it. */
  request: RequestReview | null;
  criterion: CriterionReview | null;
  asOf: string;
  onClose: () => void;
}

/** One snippet over the panel: what it would say here, and the way to copy it. */
export function SnippetDialog({ found, request, criterion, asOf, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shelf = useSnippetShelf();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys onesnippet" aria-labelledby="snippet-title" onClose={onClose}>
      <div class="keys__top">
        <h2 id="snippet-title">{found.snippet.title}</h2>
        <button
          type="button"
          class="iconbtn"
          aria-label={words('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <SnippetPreview
        {...{ found, request, asOf }}
        criterion={criterionFor(found, criterion, request)}
        onUsed={() => shelf?.noteUse(found.key)}
      />
    </dialog>
  );
}
