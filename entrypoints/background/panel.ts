import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../../lib/messaging/result.ts';

/** Firefox's own, which WXT's types leave out. */
const firefox = browser as unknown as { sidebarAction: { toggle(): Promise<void> } };

/** The toolbar button opens the panel. Called as the worker starts, before anything is awaited. */
export function openPanelByButton(): void {
  if (import.meta.env.FIREFOX) {
    browser.action.onClicked.addListener(() => void firefox.sidebarAction.toggle());
  } else {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  }
}

/**
 * Opens the panel for a click in a page. Chromium lets it, if nothing was awaited since the
 * click; Firefox never does, so there a panel has to be open already. The result is what to answer
 * once it is known whether a panel heard.
 */
export function openPanelFromPage(windowId: number): (isHeard: boolean) => Promise<Result<null>> {
  if (import.meta.env.FIREFOX) {
    return async (isHeard) => (isHeard ? success(null) : failure('CG-406'));
  }
  const opening = browser.sidePanel.open({ windowId }).then(
    () => success(null),
    () => undefined,
  );
  return async (isHeard) => (await opening) ?? (isHeard ? success(null) : failure('CG-404'));
}
