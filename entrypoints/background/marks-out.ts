import { browser } from 'wxt/browser';
import type { PageMark } from '../../lib/case/page-mark.ts';
import { marksOf } from '../../lib/marking/marks-of.ts';
import { markStyleSheet } from '../../lib/marking/style-sheet.ts';
import { askPage } from '../../lib/messaging/sending.ts';
import { type PaletteId, palettes } from '../../lib/preferences/palette.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import { markKeysOf } from '../../lib/preferences/shortcuts.ts';
import type { Review } from '../../lib/review/review.ts';
import type { OpenCase, ReadDocument } from './open-case.ts';

/**
 * Chromium does not paint a user's `::highlight`; Firefox paints an author's outside shadow roots
 * only.
 */
const styleOrigin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/** In session storage, so that a woken worker knows which pages have their style. */
const stylesKey = 'styles';
/** More pages than this are never open at once; the oldest are forgotten. */
const mostStyles = 300;

/**
 * Sends the marks of a case to the pages they stand in. Returns the documents whose page is no
 * longer there.
 */
export async function sendMarks(
  openCase: OpenCase,
  review: Review,
  preferences: Preferences,
): Promise<ReadDocument[]> {
  const marks = marksOf(review);
  const colours = palettes[preferences.palette];
  const gone = await Promise.all(
    openCase.documents
      .filter(({ isOpen }) => isOpen)
      .map(async (read) => {
        await style(read, preferences.palette);
        const sent = await askPage(read, 'paintMarks', {
          reader: read.reader,
          revision: read.revision,
          marks: openCase.marksOn ? shown(marks.get(read.document.id) ?? [], preferences) : [],
          colours,
          keys: markKeysOf(preferences.shortcuts),
        });
        return !sent.ok && sent.fault === 'CG-407' ? [read] : [];
      }),
  );
  return gone.flat();
}

function shown(marks: PageMark[], { marksShown }: Preferences): PageMark[] {
  return marks.filter(({ meaning }) => marksShown[meaning]);
}

/**
 * Puts the style of the marks into a page, by the browser and not by the page's tree: neither its
 * elements nor its lists of style sheets show it. Each page gets it once, and anew with other colours.
 */
async function style(read: ReadDocument, palette: PaletteId): Promise<void> {
  const given = await givenStyles();
  const before = given.get(read.reader);
  if (before === palette) return;
  const target = { tabId: read.tabId, frameIds: [read.frameId] };
  try {
    if (before !== undefined) {
      const css = markStyleSheet(palettes[before]);
      await browser.scripting.removeCSS({ target, css, origin: styleOrigin });
    }
    const css = markStyleSheet(palettes[palette]);
    await browser.scripting.insertCSS({ target, css, origin: styleOrigin });
  } catch {
    // The page is gone; sending its marks tells.
    return;
  }
  given.set(read.reader, palette);
  const newest = [...given].slice(-mostStyles);
  // Where the store is full a woken worker gives the page its style once more, which changes nothing.
  await browser.storage.session.set({ [stylesKey]: newest }).catch(() => undefined);
}

let styles: Promise<Map<string, PaletteId>> | undefined;

/** Which palette each reader's page was given. */
function givenStyles(): Promise<Map<string, PaletteId>> {
  styles ??= browser.storage.session.get(stylesKey).then(
    (stored) => new Map((stored[stylesKey] ?? []) as [string, PaletteId][]),
    () => new Map(),
  );
  return styles;
}
