import { download } from '../../components/base/download.ts';
import type { OptionsActions } from '../../components/options/options-actions.ts';
import { importProfile } from '../../lib/library/import-profile.ts';
import { importPack, removePack } from '../../lib/library/packs.ts';
import { resetPreferences, savePreference } from '../../lib/library/preferences.ts';
import { removeProfile, saveProfile, shareProfile } from '../../lib/library/profiles.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { hasTeamSync } from '../../lib/library/sync/available.ts';
import { askBackground } from '../../lib/messaging/sending.ts';
import { allowSite, revokeSite } from '../../lib/portals/team-site.ts';
import { tellOfEdit } from './team-change.ts';

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
    async removeProfile(id) {
      await change(() => removeProfile(id));
      await tellTeam();
    },
    async importProfile(file) {
      const imported = await importProfile(await file.text());
      await tellOfChange();
      return imported;
    },
    exportProfile: (profile) =>
      download(`${profile.id}.portal.json`, `${JSON.stringify(profile, null, 2)}\n`),
    async removePack(id) {
      await change(() => removePack(id));
      await tellTeam();
    },
    async sharePack(pack) {
      const [now, text] = [new Date().toISOString(), JSON.stringify(pack)];
      const shared = await importPack(pack.title, text, now, await shipped, 'team');
      await tellOfChange();
      await tellTeam();
      return shared;
    },
    async shareProfile(id, vouched) {
      const identifiers = await shareProfile(id, vouched);
      await tellOfChange();
      await tellTeam();
      return identifiers;
    },
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

/** What was the team's may have changed. */
async function tellTeam(): Promise<void> {
  if (hasTeamSync) await tellOfEdit();
}

async function tellOfChange(): Promise<void> {
  await askBackground('panelToBackground', 'settingsChanged', null);
}
