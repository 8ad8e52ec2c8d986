import { type FaultCode, isFaultCode, sentenceOf } from '../../lib/case/fault.ts';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { ViewHead } from '../base/view-head.tsx';
import { CaseDocuments } from './case-documents.tsx';
import { CaseMembership } from './case-membership.tsx';

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
      <CaseMembership of={of} onPortal={onPortal} />
      {unread.length > 0 && (
        <h3 class="group ruled">
          {words('coverage_not_read')} <span class="n">{unread.length}</span>
        </h3>
      )}
      {unread.map(({ code, what, document }) => (
        <div class="hang" key={`${document}${code}${what}`}>
          <Glyph of="fault" />
          <div class="hang__main">{what}</div>
          <span class="why">{isFaultCode(code) ? sentenceOf(code as FaultCode) : code}</span>
        </div>
      ))}
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
    </>
  );
}
