import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectNode, ROOT } from './processes.mjs';

const REFUSED = [
  ['lib/language/a.ts', '../review/judge.ts', 'lib/language knows text only'],
  ['lib/language/b.ts', 'node:fs', 'unchanged in a worker'],
  ['lib/review/a.ts', 'wxt/browser', 'unchanged in a worker'],
  ['lib/reading/a.ts', 'dexie', 'Databases belong in lib/library'],
  ['lib/marking/a.ts', '../library/database.ts', 'lib/marking paints a Review'],
  ['lib/library/a.ts', '../case/document.ts', 'case text never enters it'],
  ['lib/library/b.ts', '../review/review.ts', 'case text never enters it'],
  ['lib/library/c.ts', '../letter/draft.ts', 'case text never enters it'],
  ['lib/cli/a.ts', '../library/packs.ts', 'nothing in it touches a browser'],
  ['lib/case/a.ts', '../language/mention.ts', 'imports no other room'],
  ['lib/saying/a.ts', '../case/document.ts', 'for every room, and imports no other'],
  ['components/a.tsx', '../entrypoints/background.ts', 'belong in entrypoints'],
  ['entrypoints/background/team/a.ts', '../cases.ts', 'knows nothing of a case'],
  ['entrypoints/background/team/b.ts', '../../../lib/case/document.ts', 'knows nothing of a case'],
  ['entrypoints/portal.content/a.ts', '../../lib/library/database.ts', 'stores nothing'],
] as const;

const ALLOWED = [
  ['lib/review/z.ts', '../language/mention.ts'],
  ['lib/language/z.ts', '../case/document.ts'],
  ['lib/library/z.ts', 'dexie'],
  ['lib/messaging/z.ts', '../library/sync/team.ts'],
  ['entrypoints/background/team/z.ts', '../../../lib/library/sync/team.ts'],
  ['lib/cli/z.ts', '../library/sync/team-setup.ts'],
  ['lib/cli/y.ts', '../wording/message-file.ts'],
  ['lib/library/y.ts', '../saying/said.ts'],
  ['entrypoints/portal.content/z.ts', '../../lib/reading/page.ts'],
] as const;

describe('the linter keeps the rooms apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-rooms-'));
  let said = '';

  beforeAll(() => {
    copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    for (const [file, imported] of [...REFUSED, ...ALLOWED]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `export { x } from '${imported}';\n`);
    }
    const { stdout, stderr } = spawnSync(
      projectNode(),
      [
        join(ROOT, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--colors=off',
        '--max-diagnostics=none',
        '--only=style/noRestrictedImports',
        '.',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    said = `${stdout}${stderr}`;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the linter says of a file. */
  const about = (file: string) =>
    said.split(/^(?=\S+:\d+:\d+ lint)/m).find((part) => part.startsWith(`${file}:`)) ?? '';

  test.each(REFUSED)('%s may not import %s', (file, _imported, message) => {
    expect(about(file)).toContain(message);
  });

  test.each(ALLOWED)('%s may import %s', (file) => {
    expect(about(file)).toBe('');
  });
});
