import type { LinkedFile } from '../../lib/case/document.ts';
import type { ActiveReview, DocumentState } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from './actions.ts';
import { NotAllowed } from './not-allowed.tsx';
import { Notice } from './notice.tsx';

function isPdf({ unread }: DocumentState): boolean {
  return unread.some(({ code }) => code === 'CG-105');
}

/** The tab is a PDF in the browser's own viewer. */
function PdfHere({ file }: { file: LinkedFile }) {
  const { openReader } = useActions();
  return (
    <Notice title={words('pdf_here')} lead={words('pdf_here_why')}>
      <div class="bar">
        <button type="button" class="btn primary" onClick={() => openReader(file.url)}>
          {words('open_in_reader')}
        </button>
      </div>
    </Notice>
  );
}

/** What cannot be read here may be had as a file, or as a text to paste. */
function OpenDocument() {
  const { openReader } = useActions();
  return (
    <div class="bar">
      <button type="button" class="btn" onClick={() => openReader(null)}>
        {words('open_document')}
      </button>
    </div>
  );
}

/** Every state without a review: nothing known yet, no site, not allowed, no text, a fault. */
export function NoReview(props: { active: ActiveReview | null; allowed: readonly string[] }) {
  const { active, allowed } = props;
  if (active === null) {
    return (
      <p class="page waiting" role="status">
        {words('loading')}
      </p>
    );
  }
  const { site, case: current } = active;
  if (site === null || site.access === 'impossible') {
    return (
      <Notice title={words('impossible')} lead={words('impossible_why')}>
        <OpenDocument />
      </Notice>
    );
  }
  if (site.access === 'forbidden') {
    return <Notice title={words('forbidden_here')} lead={words('forbidden_here_why')} />;
  }
  if (site.access === 'not-granted') return <NotAllowed site={site} allowed={allowed} />;
  if (current === null) return <Notice title={words('no_case_here')} lead={words('no_case_why')} />;
  const { faults } = current;
  const onlyFile = current.documents.every(({ characters }) => characters === 0)
    ? current.files?.[0]
    : undefined;
  if (onlyFile !== undefined && current.documents.some(isPdf)) return <PdfHere file={onlyFile} />;
  if (faults.some(({ code }) => code === 'CG-101')) {
    return (
      <Notice title={words('no_text')} lead={words('no_text_why')} faults={faults}>
        <OpenDocument />
      </Notice>
    );
  }
  if (current.status === 'ready') {
    return <Notice title={words('no_review')} lead={words('no_review_why')} faults={faults} />;
  }
  return <Notice title={words('reading')} lead={words('reading_why')} faults={faults} />;
}
