import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../setup/processes.mjs';
import type { BenchPart, Measure } from '../measure.ts';

const BUILD = join(ROOT, '.output/chrome-mv3');
const KB = 1000;

const gzipped = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / KB;

/** Scripts and styles a page loads before it shows anything, by its address in the build. */
function loadedBy(page: string): string[] {
  const html = readFileSync(join(BUILD, page), 'utf8');
  const paths = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  return paths.map(([, path = '']) => join(BUILD, path));
}

function unpacked(): number {
  const files = readdirSync(BUILD, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / KB / KB;
}

function zipped(): number {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const zip = join(ROOT, '.output', `${name}-${version}-chrome.zip`);
  return existsSync(zip) ? statSync(zip).size / KB / KB : Number.NaN;
}

const exact = { against: 'as-is', tolerance: 1.1 } as const;

/** How much is installed, sent to a browser, and loaded by a page. */
export const sizes: BenchPart = {
  name: 'sizes',
  title: 'Sizes of the build for Chrome (npm run zip)',
  measure(): Measure[] {
    if (!existsSync(BUILD)) throw new Error('There is no build: npm run zip makes it.');
    const script = [join(BUILD, 'content-scripts/portal.js')];
    return [
      {
        id: 'sizes/content script, gzipped',
        value: gzipped(script),
        unit: 'KB',
        goal: { most: 60 },
        ...exact,
      },
      {
        id: 'sizes/panel, gzipped',
        value: gzipped(loadedBy('sidepanel.html')),
        unit: 'KB',
        goal: { most: 150 },
        ...exact,
      },
      {
        id: 'sizes/options, gzipped',
        value: gzipped(loadedBy('options.html')),
        unit: 'KB',
        ...exact,
      },
      {
        id: 'sizes/reader without text recognition, gzipped',
        value: gzipped(loadedBy('reader.html')),
        unit: 'KB',
        ...exact,
      },
      {
        id: 'sizes/background, gzipped',
        value: gzipped([join(BUILD, 'background.js')]),
        unit: 'KB',
        ...exact,
      },
      { id: 'sizes/unpacked', value: unpacked(), unit: 'MB', ...exact },
      { id: 'sizes/zipped', value: zipped(), unit: 'MB', ...exact },
    ];
  },
};
