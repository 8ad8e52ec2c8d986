import type { Passage } from '../../lib/case/passage.ts';
import { words } from '../../lib/wording/words.ts';
import { documentName, useDocuments } from '../case/documents.ts';
import { ShowButton } from './show-button.tsx';

interface Props {
  passage: Passage;
  /** As shown; left out where a date says nothing. */
  date?: string;
  /** Why the passage is shown, where that is no evidence. */
  note?: string;
}

/** Where a passage stands: its document and date, and the way to it. */
export function Source({ passage, date, note }: Props) {
  const documents = useDocuments();
  // Where there is but one document, its name stands in the header already.
  const isOnly = documents.length === 1 && documents[0]?.id === passage.document;
  const name = isOnly ? words('this_page') : documentName(documents, passage.document);
  const isInline = isOnly || date === undefined;
  return (
    <p class={isInline ? 'src' : 'src apart-name'}>
      <b>{name}</b>
      {isInline && '\u00a0· '}
      {date !== undefined && <>{date}&nbsp;&middot; </>}
      <ShowButton passage={passage} />
      {note !== undefined && <span class="how">{note}</span>}
    </p>
  );
}
