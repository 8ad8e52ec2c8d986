import { useId } from 'preact/hooks';
import type { JudgedRequest } from '../../lib/review/judgements.ts';
import type { RequestReview } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { KeyCap } from '../base/key-cap.tsx';
import { CriteriaList, type ListProps } from '../criterion/criteria-list.tsx';
import { JudgedRequestProvider } from '../criterion/judging.ts';
import { Quote } from '../evidence/quote.tsx';
import { SnippetRequestProvider } from '../snippets/shelf.ts';
import { askedParts } from './asked.ts';
import { OwnLine } from './own-line.tsx';
import { RequestPath } from './request-path.tsx';

interface Props extends Omit<ListProps, 'criteria'> {
  requests: readonly RequestReview[];
  request: JudgedRequest;
  onRequest: (request: string | null) => void;
  onStep: (by: 1 | -1) => void;
  /** Goes to the draft on this request. */
  onDraft: () => void;
}

/** Longer names are cut in the path, so they stand in full below it. */
const pathFits = 26;

/** One request with all its criteria. The path to it stays in sight. */
export function RequestPage({ requests, request, onRequest, onStep, onDraft, ...list }: Props) {
  const title = useId();
  const asked = askedParts(request);
  return (
    <section aria-labelledby={title}>
      <RequestPath {...{ requests, request, title, onRequest, onStep }} open={list.open} />
      <div class="para asked">
        {request.label.length > pathFits && <p>{request.label}</p>}
        {!request.listed && <p class="small">{words('request_mentioned')}</p>}
        {asked.length > 0 && <p class="small">{asked.join(' · ')}</p>}
        <OwnLine request={request} />
        <button type="button" class="btn" data-key="draft" onClick={onDraft}>
          {words('write_draft')} <KeyCap of="D" />
        </button>
      </div>
      <JudgedRequestProvider value={request}>
        <SnippetRequestProvider value={request}>
          <CriteriaList {...list} criteria={request.criteria} />
        </SnippetRequestProvider>
      </JudgedRequestProvider>
      {request.passages.length > 0 && (
        <section class="apart asked-at" aria-label={words('request_passages')}>
          <h3 class="group ruled">
            {words('request_passages')} <span class="n">{request.passages.length}</span>
          </h3>
          {request.passages.map((passage) => (
            <Quote
              key={`${passage.document}:${passage.start}`}
              passage={passage}
              meaning="request"
            />
          ))}
        </section>
      )}
    </section>
  );
}
