import type { Clipping } from './actions.ts';

/** Puts a text on the clipboard in both its forms; whether the browser allowed it. */
export async function putOnClipboard({ plain, html }: Clipping): Promise<boolean> {
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
