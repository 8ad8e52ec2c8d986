import { browser } from 'wxt/browser';
import type { Actions, Clipping } from '../../components/panel/actions.ts';
import { askBackground } from '../../lib/messaging/sending.ts';

/** What the panel's controls do to the tab it shows. */
export function panelActions(tabId: number | null): Actions {
  return {
    copy: putOnClipboard,
    async show(passage) {
      if (tabId === null) return 'CG-407';
      const shown = await askBackground('panelToBackground', 'showPassage', { tabId, passage });
      return shown.ok ? null : shown.fault;
    },
    async search(term) {
      if (tabId === null) return null;
      const found = await askBackground('panelToBackground', 'searchAgain', { tabId, term });
      return found.ok ? found.value : null;
    },
    setAsOf(asOf) {
      if (tabId !== null) void askBackground('panelToBackground', 'setAsOf', { tabId, asOf });
    },
    setMarks(on) {
      if (tabId !== null) void askBackground('panelToBackground', 'setMarks', { tabId, on });
    },
    allow(pattern) {
      // Nothing may be awaited before: the browser asks only straight from a click.
      void browser.permissions.request({ origins: [pattern] });
    },
    openOptions(part) {
      void askBackground('panelToBackground', 'openOptions', part === undefined ? {} : { part });
    },
  };
}

async function putOnClipboard({ plain, html }: Clipping): Promise<boolean> {
  const text = new Blob([plain], { type: 'text/plain' });
  const item =
    html === ''
      ? { 'text/plain': text }
      : { 'text/plain': text, 'text/html': new Blob([html], { type: 'text/html' }) };
  try {
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    // Without focus, or forbidden by policy.
    return false;
  }
}
