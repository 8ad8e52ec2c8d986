import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../setup/processes.mjs';
import { BUILDS, OUTPUT } from './builds.ts';

/** Licences that allow shipping within a program under the Apache License 2.0. */
const ALLOWED = new Set([
  'Apache-2.0',
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '(MIT OR GPL-3.0-or-later)',
]);
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(BUILDS)('%s', (build) => {
  const page = readFileSync(join(OUTPUT, build, 'licences.txt'), 'utf8');
  const packages = [...page.matchAll(/^- (\S+) (\S+): ([^,\n]+?)(?:, by .*| \(brings.*)?$/gm)].map(
    ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
  );

  test('every package the product depends on is listed, in the version that is built in', () => {
    const listed = packages.map(({ name, version }) => [name, version]);
    expect(listed).toEqual(expect.arrayContaining(Object.entries(dependencies)));
  });

  test('tools that are not built in are not listed', () => {
    const names = packages.map(({ name }) => name);
    for (const tool of ['typescript', 'vitest', '@playwright/test', 'wink-nlp', 'react']) {
      expect(names).not.toContain(tool);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  test('every licence allows it, and its words are there', () => {
    for (const { name, licence } of packages) expect(ALLOWED, name).toContain(licence);
    expect(page).toContain('Apache License');
    expect(page).toContain('Permission is hereby granted, free of charge');
    expect(page).toContain('Redistributions in binary form must reproduce');
  });
});
