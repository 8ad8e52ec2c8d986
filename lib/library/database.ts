import Dexie, { type EntityTable } from 'dexie';

/** One preference as stored. The value is checked by `lib/preferences` on the way in and out. */
export interface PreferenceRow {
  key: string;
  value: unknown;
}

/** A criteria pack the user brought, as its JSON was. */
export interface OwnPackRow {
  id: string;
  pack: unknown;
  /** ISO date and time. */
  added: string;
  library: PackLibrary;
}

/** A portal profile, checked by `lib/portals` on the way in and out. */
export interface ProfileRow {
  id: string;
  profile: unknown;
}

/** Whose pack it is: the reader's own, or the team's, which is handed on as it is. */
export type PackLibrary = 'personal' | 'team';

export const libraryName = 'caseglass';
export const libraryVersion = 3;

/** Preferences, own packs and portal profiles. Case text never enters it. */
export class LibraryDatabase extends Dexie {
  declare preferences: EntityTable<PreferenceRow, 'key'>;
  declare packs: EntityTable<OwnPackRow, 'id'>;
  declare profiles: EntityTable<ProfileRow, 'id'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ preferences: 'key', packs: 'id' });
    this.version(2).upgrade((change) =>
      // whose a pack was had not been asked before
      change.table('packs').toCollection().modify({ library: 'personal' }),
    );
    this.version(libraryVersion).stores({ profiles: 'id' });
  }
}

/** The database on this machine was written by a newer version. It is left as it is. */
export class NewerLibraryError extends Error {
  override name = 'NewerLibraryError';
}

let opened: Promise<LibraryDatabase> | undefined;

/** Opens the library once for this context. */
export function openLibrary(): Promise<LibraryDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Closes the library, so that the next use opens it anew. */
export async function closeLibrary(): Promise<void> {
  const library = await opened?.catch(() => undefined);
  opened = undefined;
  library?.close();
}

async function open(): Promise<LibraryDatabase> {
  // Dexie 4 opens a newer database as if nothing were wrong, so the version is looked at before.
  const stored = (await indexedDB.databases()).find(({ name }) => name === libraryName);
  if (Math.floor((stored?.version ?? 0) / nativeVersionsEach) > libraryVersion) {
    throw new NewerLibraryError();
  }
  const library = new LibraryDatabase(libraryName);
  library.on('versionchange', () => {
    opened = undefined;
    library.close();
  });
  await library.open();
  return library;
}

/** Dexie multiplies its version numbers by ten for IndexedDB. */
const nativeVersionsEach = 10;
