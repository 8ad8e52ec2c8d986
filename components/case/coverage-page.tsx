import type { CaseState } from '../../lib/messaging/active-review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { ViewHead } from '../base/view-head.tsx';
import { CaseDocuments } from './case-documents.tsx';
import { CaseMembership } from './case-membership.tsx';
import { PageFiles } from './page-files.tsx';
import { UnreadPartRow } from './unread-part.tsx';

interface Props {
  of: CaseState;
  onBack: () => void;
  onPortal: () => void;
}

/** What was read, page by page, what was not, and how many findings rest on it. */
export function CoveragePage({ of, onBack, onPortal }: Props) {
  const unread = of.documents.flatMap((document) =>
    document.unread.map((part) => ({ ...part, document: document.name })),
  );
  const absences = (of.review?.requests ?? [])
    .flatMap(({ criteria }) => criteria)
    .filter(({ verdict }) => verdict === 'not-documented').length;
  return (
    <>
      <ViewHead title={words('coverage_title')} onBack={onBack} />
      <CaseDocuments of={of} />
      {unread.length > 0 && (
        <h3 class="group ruled">
          {words('coverage_not_read')} <span class="n">{unread.length}</span>
        </h3>
      )}
      {unread.map(({ document, ...part }) => (
        <UnreadPartRow key={`${document}${part.code}${part.what}`} part={part} />
      ))}
      <PageFiles files={of.files ?? []} />
      {absences > 0 && (
        <>
          <h3 class="group ruled">{words('coverage_rests')}</h3>
          <div class="hang">
            <Glyph of="not-documented" />
            <div class="hang__main">{counted('coverage_absences', absences)}</div>
            <span class="why">{words('coverage_absences_why')}</span>
          </div>
        </>
      )}
      <CaseMembership of={of} onPortal={onPortal} />
    </>
  );
}
