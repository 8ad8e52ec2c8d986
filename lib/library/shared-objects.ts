import { type LibraryDatabase, type SharedRow, teamLibrary } from './database.ts';

type Kind = SharedRow['kind'];

/** Whether a team was joined, so that what is written for it has somewhere to go. */
export async function hasTeam(database: LibraryDatabase): Promise<boolean> {
  return (await database.teams.get(teamLibrary)) !== undefined;
}

/** Ids and bodies of the team's packs or profiles as they stand here. */
export async function sharedObjects(database: LibraryDatabase, kind: Kind): Promise<SharedRow[]> {
  const rows = await database.shared.where('library').equals(teamLibrary).toArray();
  return rows.filter((row) => row.kind === kind && row.deleted === 0);
}

/** Writes an object for the team, in the place of the one with its id; it is sent by the next round. */
export async function share(
  database: LibraryDatabase,
  kind: Kind,
  id: string,
  body: unknown,
): Promise<void> {
  const key = keyOf(kind, id);
  await database.transaction('rw', database.shared, async () => {
    const before = await database.shared.get(key);
    const { rev = null, base = null } = before ?? {};
    const flags = { dirty: 1, deleted: 0 } as const;
    await database.shared.put({ key, library: teamLibrary, kind, id, body, rev, base, ...flags });
  });
}

/** Takes an object from the team; one the server has is kept as removed until it knows. */
export async function withdraw(database: LibraryDatabase, kind: Kind, id: string): Promise<void> {
  const key = keyOf(kind, id);
  await database.transaction('rw', database.shared, async () => {
    const row = await database.shared.get(key);
    if (row === undefined) return;
    if (row.rev === null) await database.shared.delete(key);
    else await database.shared.put({ ...row, deleted: 1, dirty: 1 });
  });
}

function keyOf(kind: Kind, id: string): string {
  return `${teamLibrary}/${kind}:${id}`;
}
