import { browser } from 'wxt/browser';
import type { ActiveReview } from './active-review.ts';
import { checkForPanel } from './panel-check.ts';
import { askBackground } from './sending.ts';

/**
 * Calls back with the review of a window's active tab, now and after every change, until the
 * signal ends it.
 *
 * The background broadcasts instead of holding a port: a port dies whenever the browser stops the
 * worker, and taking it up again would wake the worker each time for nothing.
 */
export function followReview(
  windowId: number,
  onChange: (review: ActiveReview) => void,
  signal: AbortSignal,
): void {
  let pushed = false;
  const take = (message: unknown, sender: { id?: string | undefined }): undefined => {
    if (sender.id !== browser.runtime.id) return;
    const review = checkForPanel(message);
    if (review?.windowId !== windowId) return;
    pushed = true;
    onChange(review);
  };
  browser.runtime.onMessage.addListener(take);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(take));
  void askBackground('panelToBackground', 'getActiveReview', { windowId }).then((answer) => {
    // What was pushed while the answer was under way is newer than the answer.
    if (answer.ok && !pushed && !signal.aborted) onChange(answer.value);
  });
}
