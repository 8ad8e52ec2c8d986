import { readPack } from '../../guidelines/load-packs.ts';
import type { Pack } from '../../guidelines/pack.ts';
import { type PortalProfile, portalProfile } from '../../portals/profile.ts';
import { readSnippet, type Snippet } from '../../snippets/snippet.ts';
import type { SharedKind } from './shared-document.ts';

/** All that is ever sent to a team's server: none of them has a place for the text of a case. */
export type Shareable = Snippet | Pack | PortalProfile;

/** A body as what it says it is, checked by its own strict schema; null for anything else. */
export function readShareable(kind: SharedKind, body: unknown): Shareable | null {
  if (kind === 'snippet') return readSnippet(body).snippet;
  if (kind === 'pack') return readPack({ file: kind, content: body }, [])?.pack ?? null;
  return (portalProfile.safeParse(body).data as PortalProfile | undefined) ?? null;
}
