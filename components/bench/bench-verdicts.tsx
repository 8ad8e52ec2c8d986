import { useId } from 'preact/hooks';
import { verdictKey } from '../../lib/bench/judged-by.ts';
import type { Passage } from '../../lib/case/passage.ts';
import type { RequestReview } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Checks } from '../request/checks.tsx';
import { FirstFindings } from '../request/first-findings.tsx';
import type { BenchData } from './bench-data.ts';
import { VerdictItem } from './verdict-item.tsx';

/** A criterion of a request, or a finding that belongs to none. */
export interface OpenVerdict {
  request: string | null;
  id: string;
}

interface Props {
  data: BenchData;
  open: OpenVerdict | null;
  onOpen: (open: OpenVerdict | null) => void;
  /** Sets a passage off in the text while its verdict is pointed at. */
  onPoint: (passage: Passage | undefined) => void;
  onShow: (passage: Passage | undefined) => void;
  /** Goes to where the pack asks this. */
  onPlace: (criterion: string) => void;
}

/** What the pack finds in the text, and where that differs from the packs in use. */
export function BenchVerdicts(props: Props) {
  const { data, open, onOpen } = props;
  const title = useId();
  const judged = data.answer?.judged ?? null;
  const finding = open?.request === null ? open.id : null;
  const openFinding = (id: string | null) => onOpen(id === null ? null : { request: null, id });
  return (
    <section class="bench__pane bench__verdicts" aria-labelledby={title} aria-busy={data.busy}>
      <div class="bench__head">
        <h2 id={title}>{words('bench_verdicts')}</h2>
        <p class="hint" role="status">
          {judged === null ? '' : differences(data)}
        </p>
      </div>
      {data.answer?.isOfEarlier && (
        <div class="notice">
          <Glyph of="fault" />
          <p>{words('bench_earlier')}</p>
        </div>
      )}
      {judged === null ? (
        <p class="none hung">{words(data.text.trim() === '' ? 'bench_no_text' : 'bench_waits')}</p>
      ) : (
        <>
          <FirstFindings
            due={undefined}
            safety={judged.review.safety}
            open={finding}
            onOpen={openFinding}
          />
          {judged.review.requests.map((request) => (
            <RequestVerdicts key={request.id} {...props} request={request} />
          ))}
          <Checks checks={judged.review.rfa} open={finding} onOpen={openFinding} />
          <Unjudged data={data} />
        </>
      )}
    </section>
  );
}

function RequestVerdicts(props: Props & { request: RequestReview }) {
  const { request, data, open, onOpen, onPoint, onShow, onPlace } = props;
  const title = useId();
  const judged = data.answer?.judged;
  if (!judged) return null;
  return (
    <section class="req" aria-labelledby={title}>
      <h3 class="bench__asked" id={title}>
        {request.label}
      </h3>
      <div class="rows">
        {request.criteria.map((criterion) => {
          const isOpen = open?.request === request.id && open.id === criterion.id;
          return (
            <VerdictItem
              key={criterion.id}
              criterion={criterion}
              asOf={judged.review.asOf}
              inUse={judged.inUse[verdictKey(request.id, criterion.id)] ?? null}
              open={isOpen}
              onToggle={() => onOpen(isOpen ? null : { request: request.id, id: criterion.id })}
              onPoint={onPoint}
              onShow={onShow}
              onPlace={onPlace}
            />
          );
        })}
      </div>
    </section>
  );
}

/** Requests of the text that the pack says nothing on: why the list may be short or empty. */
function Unjudged({ data }: { data: BenchData }) {
  const judged = data.answer?.judged;
  if (!judged) return null;
  const { otherRequests, review } = judged;
  if (otherRequests.length > 0) {
    return <p class="none hung">{words('bench_other_requests', otherRequests.join(', '))}</p>;
  }
  const isEmpty = review.requests.length + review.safety.length + review.rfa.length === 0;
  return isEmpty ? <p class="none hung">{words('bench_no_requests')}</p> : null;
}

/** "2 of 9 verdicts differ from the packs in use." */
function differences({ answer }: BenchData): string {
  const judged = answer?.judged;
  if (!judged) return '';
  const all = judged.review.requests.flatMap(({ id, criteria }) =>
    criteria.map(({ id: criterion, verdict }) => ({
      verdict,
      inUse: judged.inUse[verdictKey(id, criterion)],
    })),
  );
  const changed = all.filter(({ verdict, inUse }) => inUse !== undefined && inUse !== verdict);
  if (all.length === 0) return '';
  return changed.length === 0
    ? counted('bench_same', all.length)
    : counted('bench_differ', changed.length, all.length);
}
