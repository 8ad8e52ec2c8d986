import { askBackground } from './sending.ts';

/** Told at most so often, in milliseconds; a case is forgotten after a quarter of an hour at the least. */
const pause = 60_000;

/** What a reviewer does in a page: writing, pressing, scrolling. */
const signs = ['input', 'keydown', 'pointerdown', 'wheel', 'scroll'];

/**
 * Tells the background that somebody works on the case of a tab in this page, until the signal ends
 * it: who writes for an hour looks at the case, though nothing else is asked of it.
 */
export function tellActivity(tabId: number, signal: AbortSignal): void {
  let told: number | undefined;
  const tell = () => {
    const now = Date.now();
    // A clock that was set back must not silence it.
    if (told !== undefined && Math.abs(now - told) < pause) return;
    told = now;
    void askBackground('panelToBackground', 'lookedAt', { tabId });
  };
  for (const sign of signs) {
    addEventListener(sign, tell, { signal, capture: true, passive: true });
  }
}
