import { useEffect, useRef } from 'preact/hooks';
import type { Passage } from '../../lib/case/passage.ts';
import type { CriterionReview, Verdict } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { verdictName } from '../base/verdicts.ts';
import { CriterionOpen } from '../criterion/criterion-open.tsx';
import { CriterionRow } from '../criterion/criterion-row.tsx';

interface Props {
  criterion: CriterionReview;
  asOf: string;
  /** What the packs in use say; null where they do not ask it. */
  inUse: Verdict | null;
  open: boolean;
  onToggle: () => void;
  onPoint: (passage: Passage | undefined) => void;
  onShow: (passage: Passage | undefined) => void;
  onPlace: (criterion: string) => void;
}

/** A verdict that points to its passage, opens to what it rests on, and says what differs. */
export function VerdictItem(props: Props) {
  const { criterion, asOf, inUse, open, onToggle, onPoint, onShow, onPlace } = props;
  const item = useRef<HTMLDivElement>(null);
  const passage = criterion.evidence[0] ?? criterion.receipt?.nearest ?? undefined;
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only sets the passage off; the row within is a button
    <div
      ref={item}
      class="bench__verdict"
      onMouseEnter={() => onPoint(passage)}
      onMouseLeave={() => onPoint(undefined)}
    >
      {open ? (
        <>
          <CriterionOpen criterion={criterion} asOf={asOf} onClose={onToggle} />
          <button type="button" class="link bench__place" onClick={() => onPlace(criterion.id)}>
            {words('bench_in_pack')}
          </button>
        </>
      ) : (
        <CriterionRow
          criterion={criterion}
          onOpen={() => {
            onToggle();
            onShow(passage);
          }}
        />
      )}
      {inUse !== null && inUse !== criterion.verdict && (
        <p class="bench__inuse">
          <Glyph of={inUse} small /> {words('bench_in_use', verdictName(inUse))}
        </p>
      )}
    </div>
  );
}
