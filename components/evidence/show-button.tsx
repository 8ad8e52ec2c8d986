import { useState } from 'preact/hooks';
import type { FaultCode } from '../../lib/case/fault.ts';
import type { Passage } from '../../lib/case/passage.ts';
import { sentenceOf } from '../../lib/wording/faults.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

/** Goes to the passage in the page, or says why it cannot be shown there. */
export function ShowButton({ passage }: { passage: Passage }) {
  const { show } = useActions();
  const [fault, setFault] = useState<FaultCode | null>(null);
  const go = async () => setFault(await show(spanOf(passage)));
  return (
    <>
      <button type="button" class="link" data-show onClick={() => void go()}>
        {words('show_in_page')}
      </button>
      <span class="gone" role="status">
        {fault !== null && sentenceOf(fault)}
      </span>
    </>
  );
}

function spanOf({ document, start, end }: Passage): Passage {
  return { document, start, end };
}
