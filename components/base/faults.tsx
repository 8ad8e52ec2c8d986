import type { Fault } from '../../lib/case/fault.ts';
import { FaultLine } from './fault-line.tsx';

/** Faults, those of one kind as one line that opens to what each is about. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  const kinds = [...new Set(faults.map(({ code }) => code))];
  return (
    <div class="rows faults">
      {kinds.map((code) => (
        <FaultLine
          key={code}
          code={code}
          about={faults.filter((fault) => fault.code === code).flatMap(({ what }) => what ?? [])}
        />
      ))}
    </div>
  );
}
