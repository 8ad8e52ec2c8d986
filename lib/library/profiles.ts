import { type PortalProfile, portalProfile } from '../portals/profile.ts';
import { openLibrary, type ProfileRow } from './database.ts';
import { watchLibrary } from './watch.ts';

/** The user's portal profiles, and the ids of stored ones that do not pass the schema any more. */
export interface Profiles {
  profiles: PortalProfile[];
  refused: string[];
}

/** What became of a file with a profile: the profile, or where it is wrong and why. */
export type ProfileImport =
  | { added: PortalProfile }
  | { faults: { path: string; reason: string }[] };

export async function readProfiles(): Promise<Profiles> {
  const library = await openLibrary();
  return checked(await library.profiles.toArray());
}

/** Stores a profile in the place of one with the same id. Throws when it does not pass the schema. */
export async function saveProfile(profile: PortalProfile): Promise<void> {
  const checkedProfile = portalProfile.parse(profile);
  const library = await openLibrary();
  await library.profiles.put({ id: profile.id, profile: checkedProfile });
}

export async function removeProfile(id: string): Promise<void> {
  const library = await openLibrary();
  await library.profiles.delete(id);
}

/** Checks the text of a file and stores the profile in it. */
export async function importProfile(text: string): Promise<ProfileImport> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { faults: [{ path: '', reason: error instanceof Error ? error.message : 'no JSON' }] };
  }
  const read = portalProfile.safeParse(content);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      reason: message,
    }));
    return { faults };
  }
  const added = read.data as PortalProfile;
  await saveProfile(added);
  return { added };
}

/** Calls back with the profiles now and after every change, until the signal ends it. */
export function watchProfiles(
  signal: AbortSignal,
  onChange: (profiles: Profiles) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, (library) => library.profiles.toArray(), {
    onChange: (rows) => onChange(checked(rows)),
    onError,
  });
}

function checked(rows: readonly ProfileRow[]): Profiles {
  const profiles: PortalProfile[] = [];
  const refused: string[] = [];
  for (const { id, profile } of rows) {
    const read = portalProfile.safeParse(profile);
    if (read.success) profiles.push(read.data as PortalProfile);
    else refused.push(id);
  }
  return { profiles, refused };
}
