import type { UnreadPart } from '../../lib/case/document.ts';
import { type FaultCode, isFaultCode } from '../../lib/case/fault.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { useActions } from '../panel/actions.ts';

/** Something that was not read: what it is, why, and what can be done about it. */
export function UnreadPartRow({ part: { code, what, site } }: { part: UnreadPart }) {
  const { allow } = useActions();
  return (
    <div class="hang">
      <Glyph of="fault" />
      <div class="hang__main">{what}</div>
      <span class="why">
        {isFaultCode(code) ? sentenceOf(code as FaultCode) : code}
        {site !== undefined && (
          <>
            {' '}
            <button type="button" class="link" onClick={() => allow(site)}>
              {words('portal_allow_named', what)}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
