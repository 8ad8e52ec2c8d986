import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Pack } from '../../lib/guidelines/pack.ts';
import type { ProfileImport } from '../../lib/library/import-profile.ts';
import type { PackImport } from '../../lib/library/packs.ts';
import type { IdentifierInField } from '../../lib/library/shared-text.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import type { PreferenceKey, Preferences } from '../../lib/preferences/preferences.ts';

/** What the options page can do. Its entrypoint carries it out. */
export interface OptionsActions {
  save<Key extends PreferenceKey>(key: Key, value: Preferences[Key]): Promise<void>;
  /** Forgets stored values that could not be used. */
  reset(keys: readonly PreferenceKey[]): Promise<void>;
  /** Asks the browser to allow a site; whether it was. Called straight from a click. */
  allow(pattern: string): Promise<boolean>;
  revoke(pattern: string): Promise<void>;
  importPack(file: File): Promise<PackImport>;
  removePack(id: string): Promise<void>;
  /** Hands an own pack to the team. */
  sharePack(pack: Pack): Promise<PackImport>;
  /** Hands an own profile to the team; what may identify a person, if so: it is not shared then. */
  shareProfile(id: string, vouched: ReadonlySet<string>): Promise<IdentifierInField[]>;
  saveProfile(profile: PortalProfile): Promise<void>;
  removeProfile(id: string): Promise<void>;
  importProfile(file: File): Promise<ProfileImport>;
  /** Hands a profile out as a file. */
  exportProfile(profile: PortalProfile): void;
}

const OptionsContext = createContext<OptionsActions | null>(null);

export const OptionsActionsProvider = OptionsContext.Provider;

export function useOptionsActions(): OptionsActions {
  const actions = useContext(OptionsContext);
  if (actions === null) throw new Error('no OptionsActionsProvider above');
  return actions;
}
