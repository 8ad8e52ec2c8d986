import type { MarkColours, PageMark } from '../../../lib/case/page-mark.ts';
import { palettes } from '../../../lib/preferences/palette.ts';
import type { Session } from './session.ts';

/** A text that was read, as the background keeps it. */
interface KeptDocument {
  document: { text: string };
  tabId: number;
  frameId: number;
  reader: string;
  revision: number;
}

/**
 * Has thousands of words of a page marked, by the message the background sends. A review itself never
 * marks so many: of what says the same it shows the best few.
 * @returns how many marks were sent; 0 while the text is not read to its end
 */
export async function markThousands(
  { ext }: Pick<Session, 'ext'>,
  words: RegExp,
  last: string,
): Promise<number> {
  const kept = await ext.worker.evaluate(async () => {
    const stored = await chrome.storage.session.get(null);
    return Object.entries(stored)
      .filter(([key]) => key.startsWith('case:'))
      .flatMap(([, value]) => (value as { documents: KeptDocument[] }).documents);
  });
  const read = kept.find(({ document }) => document.text.includes(last));
  if (read === undefined) return 0;
  const marks = [...read.document.text.matchAll(words)].map(
    ({ 0: word, index }): PageMark => ({
      ...{ start: index, end: index + word.length, meaning: 'supports', kind: 'supports' },
      ...{ requests: [1], about: 'Twitch response', target: {} },
    }),
  );
  const colours: MarkColours = palettes['blue-rust'];
  const body = { reader: read.reader, revision: read.revision, marks, colours, keys: null };
  const answer = await ext.worker.evaluate(
    ([tabId, frameId, sent]) =>
      chrome.tabs.sendMessage(
        tabId,
        { way: 'backgroundToPage', name: 'paintMarks', body: sent },
        { frameId },
      ),
    [read.tabId, read.frameId, body] as const,
  );
  return answer?.ok ? marks.length : 0;
}
