import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Duplicate, DuplicateChoice } from '../../lib/library/duplicates.ts';
import type { SnippetImport } from '../../lib/library/import-snippets.ts';
import type { PreferencesImport } from '../../lib/library/preferences-file.ts';
import type { SnippetSave } from '../../lib/library/save-snippet.ts';
import type { UpdateOffer } from '../../lib/library/snippet-updates.ts';
import type { StoredSnippet } from '../../lib/library/snippets.ts';
import type { StorageUse } from '../../lib/library/storage.ts';
import type { MergedField } from '../../lib/snippets/merge.ts';
import type { Snippet, SnippetContent } from '../../lib/snippets/snippet.ts';

/** Who changed a snippet, and why. */
export interface ChangedBy {
  author: string;
  changeNote: string;
}

/** What the options do with libraries and with all that is kept. Their entrypoint carries it out. */
export interface LibraryActions {
  /** A new snippet where `before` is null; otherwise its next version. */
  saveSnippet(
    library: string,
    before: Snippet | null,
    content: SnippetContent,
    by: ChangedBy,
    vouched: ReadonlySet<string>,
  ): Promise<SnippetSave>;
  removeSnippet(key: string): Promise<void>;
  copySnippet(original: StoredSnippet): Promise<SnippetSave>;
  setFavourite(key: string, on: boolean): void;
  importSnippets(file: File, library: string): Promise<SnippetImport>;
  subscribe(file: File): Promise<SnippetImport>;
  settleDuplicate(library: string, duplicate: Duplicate, choice: DuplicateChoice): Promise<void>;
  /** Hands snippets out as a file. */
  exportSnippets(snippets: readonly Snippet[]): void;
  takeUpdate(offer: UpdateOffer, theirs: ReadonlySet<MergedField>): Promise<void>;
  declineUpdate(offer: UpdateOffer): Promise<void>;
  removeLibrary(id: string): Promise<void>;
  exportPreferences(): Promise<void>;
  importPreferences(file: File): Promise<PreferencesImport>;
  storageUse(): Promise<StorageUse>;
  /** Whether nothing is left. */
  deleteEverything(): Promise<boolean>;
}

const LibraryContext = createContext<LibraryActions | null>(null);

export const LibraryActionsProvider = LibraryContext.Provider;

export function useLibraryActions(): LibraryActions {
  const actions = useContext(LibraryContext);
  if (actions === null) throw new Error('no LibraryActionsProvider above');
  return actions;
}
