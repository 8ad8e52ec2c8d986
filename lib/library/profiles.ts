import { type PortalProfile, portalProfile } from '../portals/profile.ts';
import { type LibraryDatabase, openLibrary, type ProfileRow } from './database.ts';
import { share, sharedObjects, withdraw } from './shared-objects.ts';
import type { IdentifierInField } from './shared-text.ts';
import { watchLibrary } from './watch.ts';

/** The user's portal profiles, and the ids of stored ones that do not pass the schema any more. */
export interface Profiles {
  profiles: PortalProfile[];
  /** Ids of those that are the team's. */
  team: string[];
  refused: string[];
}

export async function readProfiles(): Promise<Profiles> {
  return checked(await rowsOf(await openLibrary()));
}

interface Row extends ProfileRow {
  isTeam: boolean;
}

/** An own profile stands in the place of the team's of the same id. */
async function rowsOf(library: LibraryDatabase): Promise<Row[]> {
  const own = await library.profiles.toArray();
  const ids = new Set(own.map(({ id }) => id));
  const team = (await sharedObjects(library, 'profile')).filter(({ id }) => !ids.has(id));
  return [
    ...own.map((row) => ({ ...row, isTeam: false })),
    ...team.map(({ id, body }) => ({ id, profile: body, isTeam: true })),
  ];
}

/** Stores a profile in the place of one with the same id. Throws when it does not pass the schema. */
export async function saveProfile(profile: PortalProfile): Promise<void> {
  const checkedProfile = portalProfile.parse(profile);
  const library = await openLibrary();
  await library.profiles.put({ id: profile.id, profile: checkedProfile });
}

/** Removes the own profile of an id, or else the team's. */
export async function removeProfile(id: string): Promise<void> {
  const library = await openLibrary();
  if ((await library.profiles.get(id)) !== undefined) await library.profiles.delete(id);
  else await withdraw(library, 'profile', id);
}

/**
 * Hands an own profile to the team, in the place of the team's of the same id. Nothing is shared that
 * may identify a person.
 *
 * @param vouched names found before that the writer says are no person's
 */
export async function shareProfile(
  id: string,
  vouched: ReadonlySet<string>,
): Promise<IdentifierInField[]> {
  const library = await openLibrary();
  const row = await library.profiles.get(id);
  const read = portalProfile.safeParse(row?.profile);
  if (!read.success) return [];
  // Loaded when it is asked for: its lists of names are more than a quarter of what the panel loads.
  const { identifiersIn } = await import('./shared-text.ts');
  const identifiers = identifiersIn(read.data, vouched).filter(({ field }) => !isAddress(field));
  if (identifiers.length > 0) return identifiers;
  await share(library, 'profile', id, read.data);
  await library.profiles.delete(id);
  return [];
}

/** Addresses of a portal are of a fixed form. */
function isAddress(field: string): boolean {
  return field.startsWith('pages.');
}

/** Calls back with the profiles now and after every change, until the signal ends it. */
export function watchProfiles(
  signal: AbortSignal,
  onChange: (profiles: Profiles) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, rowsOf, {
    onChange: (rows) => onChange(checked(rows)),
    onError,
  });
}

function checked(rows: readonly Row[]): Profiles {
  const profiles: PortalProfile[] = [];
  const refused: string[] = [];
  const team = rows.flatMap(({ id, isTeam }) => (isTeam ? [id] : []));
  for (const { id, profile } of rows) {
    const read = portalProfile.safeParse(profile);
    if (read.success) profiles.push(read.data as PortalProfile);
    else refused.push(id);
  }
  return { profiles, team, refused };
}
