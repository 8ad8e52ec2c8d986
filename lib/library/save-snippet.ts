import { contentOf } from '../snippets/merge.ts';
import { newSnippet, readSnippet, type Snippet, type SnippetFault } from '../snippets/snippet.ts';
import { openLibrary } from './database.ts';
import { type IdentifierInField, identifiersIn } from './shared-text.ts';
import {
  keyOf,
  kindOf,
  makePersonal,
  personalLibrary,
  rowOf,
  type StoredSnippet,
  stored,
} from './snippets.ts';

/** What became of a save: done, or why not; nothing is stored then. */
export type SnippetSave =
  | { saved: StoredSnippet }
  | { faults: SnippetFault[] }
  | { identifiers: IdentifierInField[] }
  | { readOnly: true };

/**
 * Stores a snippet in the place of one with the same id. In a team library nothing is stored that
 * may identify a person.
 *
 * @param vouched names found before that the writer says are no person's
 */
export async function saveSnippet(
  library: string,
  snippet: Snippet,
  { vouched, from }: { vouched?: ReadonlySet<string>; from?: StoredSnippet['from'] } = {},
): Promise<SnippetSave> {
  const { snippet: read, faults } = readSnippet(snippet);
  if (read === null) return { faults };
  const database = await openLibrary();
  const kind = await kindOf(database, library);
  if (kind === 'subscribed' || kind === null) return { readOnly: true };
  if (kind === 'team') {
    const identifiers = identifiersIn(read, vouched);
    if (identifiers.length > 0) return { identifiers };
  }
  const key = keyOf(library, read.id);
  const row = await database.transaction('rw', database.snippets, database.libraries, async () => {
    if (library === personalLibrary) await makePersonal(database, read.changed);
    const before = await database.snippets.get(key);
    const made = rowOf(library, read, kind, before, from);
    await database.snippets.put(made);
    return made;
  });
  return { saved: stored(row, read) };
}

/** Makes an own copy of a snippet, which remembers the original as it is now. */
export async function copySnippet(
  original: Pick<StoredSnippet, 'key' | 'snippet'>,
  id: string,
  author: string,
  now: string,
): Promise<SnippetSave> {
  const copy = newSnippet(id, contentOf(original.snippet), author, now);
  return saveSnippet(personalLibrary, copy, { from: original });
}
