/** Told at most so often, in milliseconds; a case is forgotten after a quarter of an hour at the least. */
const pause = 60_000;

/** What a reviewer does in a page: writing, pressing, pointing, scrolling. A page may scroll by itself. */
const signs = ['input', 'keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'];

/**
 * Tells that somebody works in this page, until the signal ends it: who reads or writes for an hour
 * looks at the case, though nothing else is asked of it. What a script plays is nobody's work.
 */
export function tellActivity(tell: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const heard = new AbortController();
  const onSign = ({ isTrusted }: Event) => {
    if (!isTrusted) return;
    heard.abort();
    tell();
    // In between nobody listens: a key costs nothing then.
    const timer = setTimeout(() => tellActivity(tell, signal), pause);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  const until = AbortSignal.any([signal, heard.signal]);
  for (const sign of signs) {
    addEventListener(sign, onSign, { signal: until, capture: true, passive: true });
  }
}
