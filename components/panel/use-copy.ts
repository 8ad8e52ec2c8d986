import { useEffect, useState } from 'preact/hooks';
import { type Clipping, useActions } from './actions.ts';

/** How long a button says that it has copied, in milliseconds. */
const saidFor = 2_500;

export type Copied = 'copied' | 'refused' | null;

/** Copies, and says for a moment how that went. */
export function useCopy(): [Copied, (clipping: Clipping) => void] {
  const { copy } = useActions();
  const [copied, setCopied] = useState<Copied>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const put = async (clipping: Clipping) =>
    setCopied((await copy(clipping)) ? 'copied' : 'refused');
  return [copied, (clipping) => void put(clipping)];
}
