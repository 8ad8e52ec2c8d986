import { z } from 'zod';
import type { PortalPlaces } from '../case/portal-profile.ts';
import { says } from '../saying/said.ts';

/** A portal profile as it is stored, edited, exported and shared: data, checked on the way in. */

const locator = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('label'), label: z.string().trim().min(1).max(100) }),
  z.strictObject({
    by: z.literal('path'),
    path: z.array(z.string().trim().min(1).max(2_000)).min(1).max(20),
  }),
]);

const places = z.strictObject({
  caseArea: locator.optional(),
  claimNumber: locator.optional(),
  requestDate: locator.optional(),
  receivedDate: locator.optional(),
  author: locator.optional(),
  determination: locator.optional(),
});

export const portalProfile = z.strictObject({
  /** Lower-case words joined by hyphens; one of the same id takes its place. */
  id: z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, says('reason_form_hyphens')),
  name: z.string().trim().min(1).max(100),
  /** Addresses it is for: `https://claims.example/*`, `https://claims.example/cases/*`. */
  pages: z
    .array(z.string().regex(/^https?:\/\/[^/*?#]+\/[^*]*\*?$/, says('reason_form_pages')))
    .min(1)
    .max(50),
  version: z.string().trim().min(1).max(40),
  places,
});

/** Keys that are absent stand for places that are not known. */
export type PortalProfile = Omit<z.infer<typeof portalProfile>, 'places'> & {
  places: PortalPlaces;
};

/** The profile for an address: of several that fit, the one whose address is told most exactly. */
export function profileFor(
  address: string,
  profiles: readonly PortalProfile[],
): PortalProfile | undefined {
  let best: { profile: PortalProfile; length: number } | undefined;
  for (const profile of profiles) {
    for (const pages of profile.pages) {
      const isFit = pages.endsWith('*')
        ? address.startsWith(pages.slice(0, -1))
        : address.split(/[?#]/)[0] === pages;
      if (isFit && pages.length > (best?.length ?? 0)) best = { profile, length: pages.length };
    }
  }
  return best?.profile;
}

/** A profile of one's own for a site, as yet without places. */
export function newProfile(host: string, origin: string): PortalProfile {
  const id = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { id, name: host, pages: [`${origin}/*`], version: '1', places: {} };
}
