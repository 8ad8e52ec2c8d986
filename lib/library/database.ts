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

/**
 * A library of snippets. The personal one is made with the first snippet saved to it; a subscribed
 * one is read-only and replaced by each newer file; a team one is written here and sent on.
 */
export interface LibraryRow {
  id: string;
  name: string;
  kind: LibraryKind;
  /** As its file or server states it; null where it states none. */
  version: string | null;
  /** ISO date and time. */
  added: string;
  updated: string;
}

export type LibraryKind = 'personal' | 'subscribed' | 'team';

/** A snippet of one library, checked by `lib/snippets` on the way in and out. */
export interface SnippetRow {
  /** `library/id` */
  key: string;
  library: string;
  /** Chosen where it was made, never by a server: the id of the synced document as well. */
  id: string;
  snippet: unknown;
  /** Revision the server gave last; null for what never was there. */
  rev: string | null;
  /** The snippet as that revision has it, for a three-way merge; null where there is none. */
  base: unknown;
  /** 1 while a change waits to be sent. A number, since IndexedDB indexes no booleans. */
  dirty: 0 | 1;
  /** 1 for what was removed here and the server does not know of yet. */
  deleted: 0 | 1;
  /** For an own copy: the key of the original, and the original as it was last merged. */
  from: { key: string; snippet: unknown } | null;
}

/** A snippet marked as a favourite. Also one of a library that comes with the extension. */
export interface FavouriteRow {
  /** `SnippetRow.key` */
  key: string;
  /** ISO date and time. */
  added: string;
}

/** A snippet used lately. */
export interface RecentRow {
  /** `SnippetRow.key` */
  key: string;
  /** ISO date and time. */
  used: string;
}

/** A pack or portal profile of a team, with what `SnippetRow` says of a snippet. */
export interface SharedRow {
  /** `library/kind:id` */
  key: string;
  library: string;
  kind: 'pack' | 'profile';
  id: string;
  body: unknown;
  rev: string | null;
  base: unknown;
  dirty: 0 | 1;
  deleted: 0 | 1;
}

/** A team library's server, how far its changes were read, and how the last round ended. */
export interface TeamRow {
  library: string;
  /** Address of its database. */
  address: string;
  /** Name at the server; what is sent is signed with it. */
  user: string;
  /** Whether the server lets this user write. */
  canEdit: boolean;
  /** Password, only where the user asked to stay signed in. */
  secret: string | null;
  checkpoint: TeamCheckpoint | null;
  /** ISO date and time of the last round that came to its end. */
  syncedAt: string | null;
  /** Why the last round did not come to its end. */
  problem: { kind: string; reason: string } | null;
  /** Not tried again before; ISO date and time. */
  retryAt: string | null;
  /** Rounds that failed since the last good one. */
  failures: number;
}

export interface TeamCheckpoint {
  /** As the server gave it, opaque; null to read from the start. */
  since: string | null;
  /** When the database was created, by the server. */
  instance: string;
  /** Which library the database holds; another one means that it was made anew. */
  identity: string;
  /** A read from the start is under way, after which what the server misses is looked for. */
  checking: boolean;
  /** ISO date and time of the last read from the start. */
  checked: string | null;
}

/** A change on its way to the server, kept as it was sent until the server is known to have it. */
export interface OutgoingRow {
  /** `library/kind:id`, and for the end of a losing branch `#` and its revision */
  key: string;
  library: string;
  document: string;
  /** Tells an own write that landed unheard from a colleague's. */
  operation: string;
  /** Revision it changes; null for a new document. */
  rev: string | null;
  /** Null for a deletion. */
  body: unknown;
  /** It ends a losing branch; no row here stands for it. */
  endsBranch: boolean;
  /** `accepted`: saved, but not yet by a majority of the cluster. */
  state: 'sending' | 'accepted' | 'refused';
  /** Revision it got where it was accepted; the server's reason where it was refused. */
  answer: string | null;
}

/** Two versions that a person has to bring together. The own one stands in its row. */
export interface ConflictRow {
  /** `library/kind:id`, and for a losing branch `#` and its revision */
  key: string;
  library: string;
  document: string;
  /**
   * `both-changed`, `deleted-here`, `deleted-there`; `set-back`: the server has an older one than it
   * had; `missing`: it has none any more; `branch`: the server keeps two versions.
   */
  why: 'both-changed' | 'deleted-here' | 'deleted-there' | 'set-back' | 'missing' | 'branch';
  /** The other branch's version; null for every other reason. */
  branch: { rev: string; body: unknown; author: string | null } | null;
  /** The server's version; null where it is deleted or missing. */
  theirs: unknown;
  theirRev: string | null;
  theirAuthor: string | null;
  /** What both started from; null where it is not known. */
  base: unknown;
  /** ISO date and time, by this machine. */
  found: string;
}

/** Whose pack it is: the reader's own, or the team's, which is handed on as it is. */
export type PackLibrary = 'personal' | 'team';

/** Id of the team's library; there is one. */
export const teamLibrary = 'team';

export const libraryName = 'caseglass';
export const libraryVersion = 5;

/** Preferences, own packs, portal profiles and snippets. Case text never enters it. */
export class LibraryDatabase extends Dexie {
  declare preferences: EntityTable<PreferenceRow, 'key'>;
  declare packs: EntityTable<OwnPackRow, 'id'>;
  declare profiles: EntityTable<ProfileRow, 'id'>;
  declare libraries: EntityTable<LibraryRow, 'id'>;
  declare snippets: EntityTable<SnippetRow, 'key'>;
  declare favourites: EntityTable<FavouriteRow, 'key'>;
  declare recent: EntityTable<RecentRow, 'key'>;
  declare shared: EntityTable<SharedRow, 'key'>;
  declare teams: EntityTable<TeamRow, 'library'>;
  declare outgoing: EntityTable<OutgoingRow, 'key'>;
  declare conflicts: EntityTable<ConflictRow, 'key'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ preferences: 'key', packs: 'id' });
    this.version(2).upgrade((change) =>
      // whose a pack was had not been asked before
      change.table('packs').toCollection().modify({ library: 'personal' }),
    );
    this.version(3).stores({ profiles: 'id' });
    this.version(4).stores({
      libraries: 'id',
      snippets: 'key, library, [library+dirty]',
      favourites: 'key',
      recent: 'key, used',
    });
    this.version(libraryVersion).stores({
      shared: 'key, library, [library+dirty]',
      teams: 'library',
      outgoing: 'key, library',
      conflicts: 'key, library',
    });
  }
}

/** What the database keeps, by the names of its tables. */
export type TableName = {
  [Key in keyof LibraryDatabase]: LibraryDatabase[Key] extends EntityTable<infer _Row, infer _Key>
    ? Key
    : never;
}[keyof LibraryDatabase];

/** The database on this machine was written by a newer version. It is left as it is. */
export class NewerLibraryError extends Error {
  override name = 'NewerLibraryError';
}

/** The browser does not open the database: another page or version holds it, or it hangs. */
export class BusyLibraryError extends Error {
  override name = 'BusyLibraryError';
}

/** Whether something failed in keeping things in this browser: no room, no database, not to be opened. */
export function isLibraryError(error: unknown): boolean {
  return (
    error instanceof Dexie.DexieError ||
    error instanceof NewerLibraryError ||
    error instanceof BusyLibraryError
  );
}

/** Milliseconds after which a database that does not open is gone on without. */
const patience = 5_000;

let opened: Promise<LibraryDatabase> | undefined;

/** Opens the library once for this context; one that could not be opened is tried again. */
export function openLibrary(): Promise<LibraryDatabase> {
  if (opened === undefined) {
    const opening = inTime(open());
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
  }
  return opened;
}

/** Nobody may wait for ever; what opens later is closed, since no one has it. */
function inTime(opening: Promise<LibraryDatabase>): Promise<LibraryDatabase> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new BusyLibraryError());
    }, patience);
    opening.then(
      (library) => {
        clearTimeout(timer);
        if (isLate) library.close();
        else resolve(library);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error as Error);
      },
    );
  });
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
  if (isNewer(stored?.version)) throw new NewerLibraryError();
  const library = new LibraryDatabase(libraryName);
  library.on('versionchange', () => {
    opened = undefined;
    library.close();
  });
  await library.open();
  // It may have become newer while it was being opened.
  if (isNewer(library.backendDB().version)) {
    library.close();
    throw new NewerLibraryError();
  }
  return library;
}

function isNewer(stored: number | undefined): boolean {
  return Math.floor((stored ?? 0) / nativeVersionsEach) > libraryVersion;
}

/** Dexie multiplies its version numbers by ten for IndexedDB. */
const nativeVersionsEach = 10;
