import { type FaultCode, sentenceOf } from '../../lib/case/fault.ts';
import { counted } from '../../lib/wording/words.ts';
import { Glyph } from './glyph.tsx';

/** One plain sentence about what went wrong, and what it is about. */
export function FaultLine({ code, about }: { code: FaultCode; about: readonly string[] }) {
  return (
    <div class="hang faultline" data-fault={code}>
      <Glyph of="fault" />
      <p class="hang__main">{sentenceOf(code)}</p>
      <span class="hang__end">{code}</span>
      {about.length === 1 && <span class="why">{about[0]}</span>}
      {about.length > 1 && (
        <details class="why">
          <summary>{counted('faults_about', about.length)}</summary>
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
