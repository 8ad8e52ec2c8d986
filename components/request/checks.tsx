import type { FormCheck } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { inVerdictOrder, verdictName } from '../base/verdicts.ts';
import { FindingRow } from './finding-row.tsx';

interface Props {
  checks: readonly FormCheck[];
  open: string | null;
  onOpen: (check: string | null) => void;
}

/** Whether the request form has what the rules ask of it, open questions first. */
export function Checks({ checks, open, onOpen }: Props) {
  if (checks.length === 0) return null;
  return (
    <section class="req" aria-label={words('checks')}>
      <h2 class="group">{words('checks')}</h2>
      <div class="rows">
        {inVerdictOrder(checks).map((check) => (
          <FindingRow
            key={check.id}
            finding={check}
            receipt={check.receipt}
            sign={<Glyph of={check.verdict} />}
            word={verdictName(check.verdict)}
            meaning={check.verdict}
            open={open === check.id}
            onToggle={() => onOpen(open === check.id ? null : check.id)}
          />
        ))}
      </div>
    </section>
  );
}
