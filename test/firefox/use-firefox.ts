import { afterAll, beforeAll } from 'vitest';
import { type Portals, startPortals } from '../portals/server.ts';
import { type LoadedFirefox, launchFirefox } from './firefox.ts';

/** One Firefox and the portals for the tests of a file: starting it takes as long as a test. */
export function useFirefox(): { firefox: LoadedFirefox; portals: Portals } {
  const used = {} as { firefox: LoadedFirefox; portals: Portals };
  beforeAll(async () => {
    used.portals = await startPortals();
    used.firefox = await launchFirefox();
  });
  afterAll(async () => {
    await used.firefox?.close();
    await used.portals?.close();
  });
  return used;
}
