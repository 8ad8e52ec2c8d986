import { globSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkedRulebook, digestOf, PACKS, type PackIndex } from './shipped-packs.ts';

/** Lists the pack files; vocabulary first, since packs build on it. */
export async function currentIndex(): Promise<PackIndex> {
  const cwd = fileURLToPath(PACKS);
  const packs = ['vocabulary', 'treatments', 'guidelines', 'safety'].flatMap((folder) =>
    globSync(`${folder}/*.json`, { cwd })
      .map((file) => file.replaceAll('\\', '/'))
      .sort(),
  );
  const index = { drugs: 'drugs.json', packs };
  const { faults } = await checkedRulebook(index);
  return faults.length === 0 ? { ...index, checked: digestOf(index) } : index;
}

if (import.meta.main) {
  const index = await currentIndex();
  writeFileSync(new URL('index.json', PACKS), `${JSON.stringify(index, null, 2)}\n`);
}
