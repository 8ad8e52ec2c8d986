import { browser } from 'wxt/browser';
import type { Envelope, Inserted, InsertText } from '../../lib/messaging/protocol.ts';
import type { Result } from '../../lib/messaging/result.ts';
import { askPage } from '../../lib/messaging/sending.ts';

/**
 * Puts a text into the field of a tab's page. Every frame is told, since an editor may keep
 * its text in a frame of its own, and what stands there then is a draft and no record.
 */
export async function insertText(tabId: number, insert: InsertText): Promise<Result<Inserted>> {
  const isDraft: Envelope<'backgroundToPage', 'holdsDraft'> = {
    way: 'backgroundToPage',
    name: 'holdsDraft',
    body: { text: insert.plain },
  };
  const inserted = await askPage({ tabId, frameId: 0 }, 'insertText', insert);
  // Without a frame it goes to all of them.
  await browser.tabs.sendMessage(tabId, isDraft).catch(() => undefined);
  return inserted;
}
