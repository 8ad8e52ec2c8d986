import { words } from '../../lib/wording/words.ts';
import { KeyCap } from '../base/key-cap.tsx';
import type { Clipping } from './actions.ts';
import { useCopy } from './use-copy.ts';

interface Props {
  label: string;
  /** Said to screen readers once it is on the clipboard. */
  done: string;
  clipping: () => Clipping;
  /** What the key of the panel presses, and the key, where it has one. */
  keyed?: { name: string; cap: string };
  primary?: boolean;
}

/** Puts a text on the clipboard, and says so in place. */
export function CopyButton({ label, done, clipping, keyed, primary = false }: Props) {
  const [copied, copy] = useCopy();
  return (
    <>
      <button
        type="button"
        class={primary ? 'btn primary' : 'btn'}
        data-copy={keyed?.name}
        onClick={() => copy(clipping())}
      >
        {copied === 'copied' ? words('copied') : label} {keyed && <KeyCap of={keyed.cap} />}
      </button>
      <span class="sr" role="status">
        {copied === 'copied' && done}
      </span>
      {copied === 'refused' && (
        <span class="refusal" role="alert">
          {words('copy_refused')}
        </span>
      )}
    </>
  );
}
