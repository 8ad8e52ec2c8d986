import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../../lib/messaging/result.ts';

/** Firefox's own, which WXT's types leave out. */
const { sidebarAction } = browser as unknown as {
  sidebarAction: { toggle(): Promise<void>; isOpen(of: { windowId: number }): Promise<boolean> };
};

/**
 * The toolbar button, and its key, open the panel. Chromium would do so by itself
 * (`openPanelOnActionClick`), but would then not tell which site the tab shows: only a click that
 * reaches us does, and without it the panel could not name the site it asks to be allowed on.
 */
export function openPanelByButton(onOpened: (windowId: number) => void): void {
  browser.action.onClicked.addListener(({ windowId }) => {
    if (import.meta.env.FIREFOX) void sidebarAction.toggle();
    else void browser.sidePanel.open({ windowId });
    onOpened(windowId);
  });
  // A browser keeps the behaviour that an earlier version set.
  if (!import.meta.env.FIREFOX) {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: false });
  }
}

/**
 * Opens the panel for a click in a page. Chromium lets it, if nothing was awaited since the
 * click; Firefox never does, so there a panel has to be open already. The result is what to answer
 * once it is known whether a panel heard.
 */
export function openPanelFromPage(windowId: number): (isHeard: boolean) => Promise<Result<null>> {
  if (import.meta.env.FIREFOX) {
    // A reader page in another tab would hear as well: what counts is the sidebar itself.
    const isOpen = sidebarAction.isOpen({ windowId });
    return async () => ((await isOpen) ? success(null) : failure('CG-406'));
  }
  const opening = browser.sidePanel.open({ windowId }).then(
    () => success(null),
    () => undefined,
  );
  return async (isHeard) => (await opening) ?? (isHeard ? success(null) : failure('CG-404'));
}
