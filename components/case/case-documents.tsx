import type { CaseState, DocumentState } from '../../lib/messaging/active-review.ts';
import { showDate } from '../../lib/wording/dates.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { useActions } from '../panel/actions.ts';

/** The documents of the case with their dates and what of them was read; each can be left out. */
export function CaseDocuments({ of }: { of: CaseState }) {
  const dates = new Map(of.review?.documents.map(({ id, date }) => [id, date]));
  return (
    <>
      {of.documents.map((document) => (
        <DocumentRead
          key={document.id}
          document={document}
          date={dates.get(document.id) ?? null}
          isOnly={of.documents.length === 1}
        />
      ))}
    </>
  );
}

interface Props {
  document: DocumentState;
  date: string | null;
  isOnly: boolean;
}

function DocumentRead({ document, date, isOnly }: Props) {
  const { leaveOut } = useActions();
  const { id, name, host, characters, pages, pagesRead, where, away = 0 } = document;
  const facts = [
    ...(date === null ? [] : [showDate(date)]),
    ...(host === '' ? [] : [host]),
    counted('characters', characters),
    ...(away === 0 ? [] : [counted('document_away', away)]),
    ...(where === 'here' ? [] : [words(where === 'closed' ? 'document_closed' : 'document_other')]),
  ];
  return (
    <article class="doc">
      <div class="doc__t">
        <strong>{name}</strong>
        <span class="n">{words('receipt_of', pagesRead, pages)}</span>
        {where !== 'here' && !isOnly && (
          <button
            type="button"
            class="iconbtn"
            aria-label={words('document_leave_out', name)}
            title={words('document_leave_out', name)}
            onClick={() => leaveOut(id)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p class="doc__how">{facts.join(' · ')}</p>
    </article>
  );
}
