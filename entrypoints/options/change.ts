import { browser } from 'wxt/browser';
import type { OptionsActions } from '../../components/options/options-actions.ts';
import { importPack, removePack } from '../../lib/library/packs.ts';
import { resetPreferences, savePreference } from '../../lib/library/preferences.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { askBackground } from '../../lib/messaging/sending.ts';

/** What the options' controls do. Every saved change is told to the background, which tells pages. */
export function optionsActions(shipped: Promise<ShippedPacks>): OptionsActions {
  return {
    async save(key, value) {
      await savePreference(key, value);
      await tellOfChange();
    },
    async reset(keys) {
      await resetPreferences(keys);
      await tellOfChange();
    },
    allow: (pattern) => browser.permissions.request({ origins: [pattern] }),
    async revoke(pattern) {
      await browser.permissions.remove({ origins: [pattern] });
    },
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
    async removePack(id) {
      await removePack(id);
      await tellOfChange();
    },
  };
}

async function tellOfChange(): Promise<void> {
  await askBackground('panelToBackground', 'settingsChanged', null);
}
