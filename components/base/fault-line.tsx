import { type Fault, sentenceOf } from '../../lib/case/fault.ts';
import { Glyph } from './glyph.tsx';

/** One plain sentence about what went wrong, and what it is about. */
export function FaultLine({ fault }: { fault: Fault }) {
  return (
    <div class="hang faultline" data-fault={fault.code}>
      <Glyph of="fault" />
      <p class="hang__main">{sentenceOf(fault.code)}</p>
      <span class="hang__end">{fault.code}</span>
      {fault.what !== undefined && <span class="why">{fault.what}</span>}
    </div>
  );
}
