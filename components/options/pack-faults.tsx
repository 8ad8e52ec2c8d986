import type { ImportFault } from '../../lib/library/packs.ts';
import { counted, worded, words } from '../../lib/wording/words.ts';

const shown = 8;

/** What is wrong with a pack, and where in its file. */
export function PackFaults({ faults }: { faults: readonly ImportFault[] }) {
  return (
    <ul class="packfaults">
      {faults.slice(0, shown).map(({ line, path, reason }) => (
        <li key={`${path}${reason.name}`}>
          {path !== '' && <code>{path}</code>} {worded(reason)}
          {line !== undefined && <span class="n"> {words('bench_line', line)}</span>}
        </li>
      ))}
      {faults.length > shown && <li>{counted('more_faults', faults.length - shown)}</li>}
    </ul>
  );
}
