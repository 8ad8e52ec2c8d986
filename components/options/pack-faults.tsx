import type { PackFault } from '../../lib/guidelines/rulebook.ts';
import { counted } from '../../lib/wording/words.ts';

const shown = 8;

/** What is wrong with a pack, and where in its file. */
export function PackFaults({ faults }: { faults: readonly PackFault[] }) {
  return (
    <ul class="packfaults">
      {faults.slice(0, shown).map(({ path, reason }) => (
        <li key={`${path}${reason}`}>
          {path !== '' && <code>{path}</code>} {reason}
        </li>
      ))}
      {faults.length > shown && <li>{counted('more_faults', faults.length - shown)}</li>}
    </ul>
  );
}
