import { readJson } from '../guidelines/read-json.ts';
import { type PortalProfile, portalProfile } from '../portals/profile.ts';
import { readShape } from '../saying/read-shape.ts';
import type { Said } from '../saying/said.ts';
import { saveProfile } from './profiles.ts';

/** Where a file is no portal profile, and why: by its line where it is no JSON, else by its field. */
export interface ProfileFault {
  line?: number;
  path: string;
  reason: Said;
}

/** What became of a file with a profile. */
export type ProfileImport = { added: PortalProfile } | { faults: ProfileFault[] };

/** Checks the text of a file and stores the profile in it. */
export async function importProfile(text: string): Promise<ProfileImport> {
  const json = readJson(text);
  if ('notJson' in json) return { faults: [{ ...json.notJson, path: '' }] };
  const read = readShape(portalProfile, json.value);
  if (read.value === null) {
    return { faults: read.faults.map(({ path, reason }) => ({ path: path.join('.'), reason })) };
  }
  const added = read.value as PortalProfile;
  await saveProfile(added);
  return { added };
}
