import { browser } from 'wxt/browser';
import { download } from '../../components/base/download.ts';
import type { LibraryActions } from '../../components/options/library-actions.ts';
import { teamLibrary } from '../../lib/library/database.ts';
import { settleDuplicate } from '../../lib/library/duplicates.ts';
import { importSnippets, subscribe } from '../../lib/library/import-snippets.ts';
import { exportPreferences, importPreferences } from '../../lib/library/preferences-file.ts';
import { copySnippet, saveSnippet } from '../../lib/library/save-snippet.ts';
import { writeSnippetFile } from '../../lib/library/snippet-file.ts';
import { declineUpdate, takeUpdate } from '../../lib/library/snippet-updates.ts';
import { removeLibrary, removeSnippet, setFavourite } from '../../lib/library/snippets.ts';
import { deleteLibrary, storageUse } from '../../lib/library/storage.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { newSnippet, nextVersion } from '../../lib/snippets/snippet.ts';
import { words } from '../../lib/wording/words.ts';
import { tellOfEdit } from './team-change.ts';

const now = () => new Date().toISOString();
const newId = () => crypto.randomUUID();

/** Carries out a change of a library; what was written to the team's is sent soon. */
async function change<Outcome>(library: string, write: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await write();
  if (hasTeamSync && library === teamLibrary) void tellOfEdit();
  return outcome;
}

/** What the options' controls do with libraries and with all that is kept. */
export const libraryActions: LibraryActions = {
  saveSnippet(library, before, content, { author, changeNote }, vouched) {
    const changed = now();
    const snippet =
      before === null
        ? newSnippet(newId(), content, author, changed)
        : nextVersion(before, content, { author, changed, changeNote });
    return change(library, () => saveSnippet(library, snippet, { vouched }));
  },
  removeSnippet: (key) => change(key.split('/')[0] ?? '', () => removeSnippet(key)),
  copySnippet: (original) => copySnippet(original, newId(), words('author_self'), now()),
  setFavourite: (key, on) => void setFavourite(key, on, now()),
  importSnippets: async (file, library) => {
    const text = await file.text();
    return change(library, () => importSnippets(text, now(), library));
  },
  subscribe: async (file) => subscribe(await file.text(), now()),
  async settleDuplicate(library, duplicate, choice) {
    const by = { id: newId(), author: words('author_self'), changed: now() };
    const settled = settleDuplicate(duplicate, choice, by);
    if (settled !== null) await change(library, () => saveSnippet(library, settled));
  },
  exportSnippets: (snippets) => download('snippets.json', writeSnippetFile(null, snippets)),
  async takeUpdate(offer, theirs) {
    const changeNote = words('offer_note', offer.original.snippet.version);
    await takeUpdate(offer, theirs, { author: words('author_self'), now: now(), changeNote });
  },
  async declineUpdate(offer) {
    await declineUpdate(offer);
  },
  removeLibrary,
  async exportPreferences() {
    download('caseglass-settings.json', await exportPreferences());
  },
  async importPreferences(file) {
    const imported = await importPreferences(await file.text());
    await askBackground('panelToBackground', 'settingsChanged', null);
    return imported;
  },
  storageUse,
  deleteEverything,
};

/**
 * The team first, so that no round writes to what is being deleted; then sites, since pages of a
 * site that is taken back are read no more; then what the background holds.
 */
async function deleteEverything(): Promise<boolean> {
  try {
    if (hasTeamSync) await askBackground('teamToBackground', 'teamLeave', { copies: false });
    const { origins = [] } = await browser.permissions.getAll();
    if (origins.length > 0) await browser.permissions.remove({ origins });
    await askBackground('panelToBackground', 'forgetEverything', null);
    await browser.storage.session.clear();
    await browser.storage.local.clear();
    await deleteLibrary();
    await askBackground('panelToBackground', 'settingsChanged', null);
    return true;
  } catch {
    return false;
  }
}
