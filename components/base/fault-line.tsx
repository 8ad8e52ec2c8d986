import type { FaultCode } from '../../lib/case/fault.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from './glyph.tsx';

/** Longer particulars are shown on demand. */
const shownLength = 100;

/** One plain sentence about what went wrong, and what it is about. */
export function FaultLine({ code, about }: { code: FaultCode; about: readonly string[] }) {
  const isShort = about.length === 1 && (about[0]?.length ?? 0) <= shownLength;
  return (
    <div class="hang faultline" data-fault={code}>
      <Glyph of="fault" />
      <p class="hang__main">{sentenceOf(code)}</p>
      <span class="hang__end">{code}</span>
      {isShort && <span class="why">{about[0]}</span>}
      {!isShort && about.length > 0 && (
        <details class="why">
          <summary>
            {about.length === 1 ? words('fault_details') : counted('faults_about', about.length)}
          </summary>
          <ul>
            {about.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
