import type { Finding } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { FindingRow } from './finding-row.tsx';

interface Props {
  findings: readonly Finding[];
  open: string | null;
  onOpen: (finding: string | null) => void;
}

/** What concerns the patient's safety whatever is asked for. */
export function SafetyFindings({ findings, open, onOpen }: Props) {
  if (findings.length === 0) return null;
  return (
    <section class="rows" aria-label={words('safety')}>
      {findings.map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          sign={<Icon name="shield" />}
          word={words('safety_word')}
          open={open === finding.id}
          onToggle={() => onOpen(open === finding.id ? null : finding.id)}
        />
      ))}
    </section>
  );
}
