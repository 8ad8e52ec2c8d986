import { askBackground } from '../../lib/messaging/sending.ts';
import type { ReaderDesk } from './reader-desk.ts';

/**
 * Opens a file of a portal: its page fetches it, as a click on the link would, and hands it over
 * in parts, since messages are no place for many megabytes.
 */
export async function fetchFromPage(tabId: number, url: string, desk: ReaderDesk): Promise<void> {
  const parts: Uint8Array[] = [];
  for (let offset = 0; ; ) {
    const answer = await askBackground('panelToBackground', 'fetchFile', { tabId, url, offset });
    if (!answer.ok) return desk.refuse(answer.fault);
    const part = Uint8Array.fromBase64(answer.value.base64);
    parts.push(part);
    offset += part.length;
    if (offset >= answer.value.length || part.length === 0) break;
  }
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) || 'document');
  await desk.openBytes(name, new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()));
}
