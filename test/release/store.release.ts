import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestOf, OUTPUT, STORE_BUILDS } from './builds.ts';

/** Width and height of a PNG file, from its first chunk. */
function sizeOf(file: string): [width: number, height: number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe.each(STORE_BUILDS)('%s', (build) => {
  const manifest = manifestOf(build);

  test('icons are there in every size stores and browsers ask for', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
    for (const [size, path] of Object.entries(manifest.icons)) {
      expect(sizeOf(join(OUTPUT, build, path))).toEqual([Number(size), Number(size)]);
    }
  });

  test('name and description fit the stores', () => {
    expect(manifest.name).toBe('Caseglass');
    // Chrome's store refuses more.
    expect(manifest.description.length).toBeLessThanOrEqual(132);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
