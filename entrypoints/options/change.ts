import { download } from '../../components/base/download.ts';
import type { OptionsActions } from '../../components/options/options-actions.ts';
import { importPack, removePack } from '../../lib/library/packs.ts';
import { resetPreferences, savePreference } from '../../lib/library/preferences.ts';
import { importProfile, removeProfile, saveProfile } from '../../lib/library/profiles.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { allowSite, revokeSite } from '../../lib/portals/team-site.ts';

/**
 * What the options' controls do. Every saved change is told to the background, which tells pages;
 * one that could not be saved is told to the caller.
 */
export function optionsActions(
  shipped: Promise<ShippedPacks>,
  onNotSaved: (notSaved: boolean) => void,
): OptionsActions {
  const change = async (write: () => Promise<void>) => {
    try {
      await write();
      onNotSaved(false);
    } catch {
      onNotSaved(true);
    }
    await tellOfChange();
  };
  return {
    save: (key, value) => change(() => savePreference(key, value)),
    reset: (keys) => change(() => resetPreferences(keys)),
    saveProfile: (profile) => change(() => saveProfile(profile)),
    removeProfile: (id) => change(() => removeProfile(id)),
    async importProfile(file) {
      const imported = await importProfile(await file.text());
      await tellOfChange();
      return imported;
    },
    exportProfile: (profile) =>
      download(`${profile.id}.portal.json`, `${JSON.stringify(profile, null, 2)}\n`),
    removePack: (id) => change(() => removePack(id)),
    allow: allowSite,
    revoke: revokeSite,
    async importPack(file) {
      const imported = await importPack(
        file.name,
        await file.text(),
        new Date().toISOString(),
        await shipped,
      );
      await tellOfChange();
      return imported;
    },
  };
}

async function tellOfChange(): Promise<void> {
  await askBackground('panelToBackground', 'settingsChanged', null);
}
