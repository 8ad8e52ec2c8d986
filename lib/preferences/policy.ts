import { z } from 'zod';
import { type PreferenceKey, type Preferences, preferenceSchemas } from './preferences.ts';

/** What an organisation sets for its reviewers, in the browser's managed storage. */
export interface Policy {
  /** Who sets it, as reviewers know it. */
  organisation: string;
  /** Sites it lists for its reviewers: one click each, since only a reviewer can allow a site. */
  portals: string[];
  /** Sites on which nothing may run, whatever a reviewer allows. */
  forbidden: string[];
  /** Nothing may run on a site that is not among `portals`. */
  onlyPortals: boolean;
  /** Preferences that hold whatever a reviewer chose. */
  preferences: Partial<Preferences>;
  /** The address of the team's server; empty where there is none. */
  teamServer: string;
}

export const noPolicy: Policy = {
  organisation: '',
  portals: [],
  forbidden: [],
  onlyPortals: false,
  preferences: {},
  teamServer: '',
};

/** `https://claims.example/*`, `*://*.example.org/*`: whole sites, as the browsers' patterns have them. */
const site = z
  .string()
  .regex(/^(?:https?|\*):\/\/(?:\*\.)?[^/*?#\s:]+\/\*$/, 'a site as https://claims.example/*');

const schemas = {
  organisation: z.string().trim().max(200),
  portals: z.array(z.unknown()),
  forbidden: z.array(z.unknown()),
  onlyPortals: z.boolean(),
  preferences: z.record(z.string(), z.unknown()),
  teamServer: z.url({ protocol: /^https$/ }).max(2_000),
};

/**
 * What managed storage holds, each entry checked by itself: what is broken is passed over and named
 * in `broken` by its place (`forbidden.2`, `preferences.theme`), and all else holds. A list of sites
 * that cannot be read at all leaves only the listed portals, since it may have forbidden any other.
 */
export function checkPolicy(stored: Record<string, unknown>): { policy: Policy; broken: string[] } {
  const policy = structuredClone(noPolicy);
  const broken: string[] = [];
  const value = <Key extends keyof typeof schemas>(key: Key) => {
    if (stored[key] === undefined) return undefined;
    const checked = schemas[key].safeParse(stored[key]);
    if (!checked.success) broken.push(key);
    return checked.success ? (checked.data as z.infer<(typeof schemas)[Key]>) : undefined;
  };
  const sites = (key: 'portals' | 'forbidden') =>
    (value(key) ?? []).flatMap((entry, i) => {
      const checked = site.safeParse(entry);
      if (!checked.success) broken.push(`${key}.${i}`);
      return checked.success ? [checked.data.toLowerCase()] : [];
    });
  policy.organisation = value('organisation') ?? '';
  policy.portals = sites('portals');
  policy.forbidden = sites('forbidden');
  policy.onlyPortals = value('onlyPortals') ?? false;
  policy.teamServer = value('teamServer') ?? '';
  for (const [key, set] of Object.entries(value('preferences') ?? {})) {
    const schema = Object.hasOwn(preferenceSchemas, key)
      ? preferenceSchemas[key as PreferenceKey]
      : undefined;
    const checked = schema?.safeParse(set);
    if (checked?.success) Object.assign(policy.preferences, { [key]: checked.data });
    else broken.push(`preferences.${key}`);
  }
  if (broken.includes('forbidden') || broken.includes('onlyPortals')) policy.onlyPortals = true;
  return { policy, broken };
}

/** Whether the organisation lets Caseglass run on the page of this address. */
export function isPermitted(address: string, policy: Policy): boolean {
  if (policy.forbidden.some((pattern) => matches(pattern, address))) return false;
  return !policy.onlyPortals || isListed(address, policy);
}

/** Whether the organisation lists the site of this address as one of its portals. */
export function isListed(address: string, policy: Policy): boolean {
  return policy.portals.some((pattern) => matches(pattern, address));
}

/** The preferences with those the organisation has locked. */
export function withLocked(preferences: Preferences, policy: Policy): Preferences {
  return { ...preferences, ...policy.preferences };
}

/** The names of the preferences a reviewer cannot change. */
export function lockedKeys({ preferences }: Policy): PreferenceKey[] {
  return Object.keys(preferences) as PreferenceKey[];
}

function matches(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const [scheme = '', host = ''] = pattern.replace(/\/\*$/, '').split('://');
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  if (!host.startsWith('*.')) return hostname === host;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}
