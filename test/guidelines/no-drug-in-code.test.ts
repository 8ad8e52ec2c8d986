import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Drug {
  generic: string;
  brands?: string[];
  substances?: string[];
}

const { drugs }: { drugs: Drug[] } = JSON.parse(
  readFileSync(join(root, 'public/packs/drugs.json'), 'utf8'),
);

/** Names that are one word: of the others the parts may be plain English ("with codeine"). */
const names = new Set(
  drugs
    .flatMap(({ generic, brands = [], substances = [] }) => [generic, ...brands, ...substances])
    .map((name) => name.toLowerCase())
    .filter((name) => /^\p{L}{4,}$/u.test(name)),
);

/** A unit: doses of opioids are counted in morphine equivalents. */
const UNITS = new Set(['morphine']);

const codeOf = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|\s)\/\/.*$/gm, ' ')
    .toLowerCase();

/** What is known of medicine is data: a drug that stands in code is one the packs cannot correct. */
test('code knows no drug', () => {
  const found = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const words = new Set(codeOf(join(root, folder, file)).match(/\p{L}{4,}/gu) ?? []);
        return [...words]
          .filter((word) => names.has(word) && !UNITS.has(word))
          .map((word) => `${folder}/${file}: ${word}`);
      }),
  );
  expect(found).toEqual([]);
});
