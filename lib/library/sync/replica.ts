import type {
  ConflictRow,
  LibraryDatabase,
  OutgoingRow,
  SharedRow,
  SnippetRow,
  TeamRow,
} from '../database.ts';
import { kindOf } from './shared-document.ts';

/** A shared object as it stands here, whatever its kind. */
export interface LocalObject {
  /** `kind:id` */
  document: string;
  body: unknown;
  /** Revision the server gave last; null for what never was there. */
  rev: string | null;
  /** The body as that revision has it. */
  base: unknown;
  /** A change waits to be sent. */
  dirty: boolean;
  /** Removed here. */
  deleted: boolean;
}

/**
 * One team library in this browser's database. Snippets stand in their own table beside those of
 * other libraries, packs and profiles of a team in one of theirs; here they are all alike.
 */
export class Replica {
  readonly database: LibraryDatabase;
  readonly library: string;

  constructor(database: LibraryDatabase, library: string) {
    this.database = database;
    this.library = library;
  }

  /** Runs a step that is carried out wholly or not at all. It may wait for nothing but tables. */
  change<Result>(step: () => Promise<Result>): Promise<Result> {
    const { snippets, shared, teams, outgoing, conflicts } = this.database;
    return this.database.transaction('rw', [snippets, shared, teams, outgoing, conflicts], step);
  }

  async team(): Promise<TeamRow | undefined> {
    return this.database.teams.get(this.library);
  }

  /** Changes what is kept of the team, if it is still one. */
  async note(more: Partial<Omit<TeamRow, 'library'>>): Promise<void> {
    await this.database.teams.update(this.library, more);
  }

  async get(document: string): Promise<LocalObject | undefined> {
    return (await this.getAll([document])).get(document);
  }

  /** What stands here of these documents, by their names. */
  async getAll(documents: readonly string[]): Promise<Map<string, LocalObject>> {
    const places = documents.map((document) => this.#place(document));
    const keysOf = (isSnippet: boolean) =>
      places.filter((place) => place.isSnippet === isSnippet).map(({ key }) => key);
    const snippets = await this.database.snippets.bulkGet(keysOf(true));
    const shared = await this.database.shared.bulkGet(keysOf(false));
    const found = [...snippets.map((row) => ofSnippet(row)), ...shared.map((row) => ofShared(row))];
    return new Map(found.flatMap((object) => (object ? [[object.document, object]] : [])));
  }

  put(object: LocalObject): Promise<void> {
    return this.putAll([object]);
  }

  /** Writes objects of different documents. */
  async putAll(objects: readonly LocalObject[]): Promise<void> {
    const snippets: Omit<SnippetRow, 'from'>[] = [];
    const shared: SharedRow[] = [];
    for (const object of objects) {
      const { row, kind } = this.#rowOf(object);
      if (kind === 'snippet') snippets.push({ ...row, snippet: object.body });
      else shared.push({ ...row, kind, body: object.body });
    }
    const before = await this.database.snippets.bulkGet(snippets.map(({ key }) => key));
    await this.database.snippets.bulkPut(
      snippets.map((row, at) => ({ ...row, from: before[at]?.from ?? null })),
    );
    await this.database.shared.bulkPut(shared);
  }

  #rowOf({ document, rev, base, dirty, deleted }: LocalObject) {
    const { kind, id, key } = this.#place(document);
    const flags = { dirty: dirty ? 1 : 0, deleted: deleted ? 1 : 0 } as const;
    return { kind, row: { key, library: this.library, id, rev, base, ...flags } };
  }

  /** Documents with an own write on its way or a conflict. */
  async busy(): Promise<Set<string>> {
    const rows = [...(await this.outgoing()), ...(await this.conflicts())];
    return new Set(rows.map(({ document }) => document));
  }

  async remove(document: string): Promise<void> {
    const { isSnippet, key } = this.#place(document);
    if (isSnippet) await this.database.snippets.delete(key);
    else await this.database.shared.delete(key);
  }

  /** Everything with a change that waits to be sent. */
  async waiting(): Promise<LocalObject[]> {
    const { snippets, shared } = this.database;
    const dirty = [this.library, 1];
    const found = await Promise.all([
      snippets.where('[library+dirty]').equals(dirty).toArray(),
      shared.where('[library+dirty]').equals(dirty).toArray(),
    ]);
    return [...found[0].map((row) => ofSnippet(row)), ...found[1].map((row) => ofShared(row))];
  }

  /** Documents the server is known to have had: all but those that were never sent. */
  async known(): Promise<string[]> {
    const { snippets, shared } = this.database;
    const unsent = new Set<string>();
    for (const { document, rev } of await this.waiting()) if (rev === null) unsent.add(document);
    // keys alone: a library may hold fifty thousand bodies
    const keys = await Promise.all([
      snippets.where('library').equals(this.library).primaryKeys(),
      shared.where('library').equals(this.library).primaryKeys(),
    ]);
    const idOf = (key: string) => key.slice(this.library.length + 1);
    const documents = [...keys[0].map((key) => `snippet:${idOf(key)}`), ...keys[1].map(idOf)];
    return documents.filter((document) => !unsent.has(document));
  }

  outgoing(): Promise<OutgoingRow[]> {
    return this.database.outgoing.where('library').equals(this.library).toArray();
  }

  conflicts(): Promise<ConflictRow[]> {
    return this.database.conflicts.where('library').equals(this.library).toArray();
  }

  outgoingOf(document: string): Promise<OutgoingRow | undefined> {
    return this.database.outgoing.get(this.key(document));
  }

  conflictOf(document: string): Promise<ConflictRow | undefined> {
    return this.database.conflicts.get(this.key(document));
  }

  /** Key of what is kept for a document, or for one of its losing branches. */
  key(document: string, branch?: string): string {
    return `${this.library}/${document}${branch === undefined ? '' : `#${branch}`}`;
  }

  #place(document: string) {
    const named = kindOf(document);
    if (named === null) throw new Error(`No shared object: ${document}`);
    const isSnippet = named.kind === 'snippet';
    return { ...named, isSnippet, key: `${this.library}/${isSnippet ? named.id : document}` };
  }
}

function ofSnippet(row: SnippetRow): LocalObject;
function ofSnippet(row: SnippetRow | undefined): LocalObject | undefined;
function ofSnippet(row: SnippetRow | undefined): LocalObject | undefined {
  return row && { ...stateOf(row), document: `snippet:${row.id}`, body: row.snippet };
}

function ofShared(row: SharedRow): LocalObject;
function ofShared(row: SharedRow | undefined): LocalObject | undefined;
function ofShared(row: SharedRow | undefined): LocalObject | undefined {
  return row && { ...stateOf(row), document: `${row.kind}:${row.id}`, body: row.body };
}

function stateOf({ rev, base, dirty, deleted }: SnippetRow | SharedRow) {
  return { rev, base, dirty: dirty === 1, deleted: deleted === 1 };
}
