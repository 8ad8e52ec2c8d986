import type { Finding, FormCheck } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { verdictName } from '../base/verdicts.ts';
import { FindingRow } from './finding-row.tsx';

interface Props {
  /** By when the decision is due. */
  due: FormCheck | undefined;
  safety: readonly Finding[];
  open: string | null;
  onOpen: (finding: string | null) => void;
}

/** What concerns the whole case: the decision clock, and the patient's safety. */
export function FirstFindings({ due, safety, open, onOpen }: Props) {
  const toggle = (id: string) => () => onOpen(open === id ? null : id);
  if (due === undefined && safety.length === 0) return null;
  return (
    <section class="rows" aria-label={words('first_findings')}>
      {due !== undefined && (
        <FindingRow
          finding={due}
          receipt={due.receipt}
          sign={<Icon name="clock" />}
          word={verdictName(due.verdict)}
          meaning={due.verdict}
          open={open === due.id}
          onToggle={toggle(due.id)}
        />
      )}
      {safety.map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          sign={<Icon name="shield" />}
          word={words('safety_word')}
          open={open === finding.id}
          onToggle={toggle(finding.id)}
        />
      ))}
    </section>
  );
}
