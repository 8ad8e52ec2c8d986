import { globSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKS } from './shipped-packs.ts';

/** Lists the pack files in `public/packs/index.json`; vocabulary first, since packs build on it. */
export function currentIndex(): string {
  const cwd = fileURLToPath(PACKS);
  const packs = ['vocabulary', 'treatments', 'guidelines', 'safety'].flatMap((folder) =>
    globSync(`${folder}/*.json`, { cwd })
      .map((file) => file.replaceAll('\\', '/'))
      .sort(),
  );
  return `${JSON.stringify({ drugs: 'drugs.json', packs }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(new URL('index.json', PACKS), currentIndex());
