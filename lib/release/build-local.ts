/**
 * `npm run build:local`: the extension without team sync, which can reach no server, in
 * .output/chrome-mv3-local. Words behind `--` go to wxt, which builds when there are none:
 * `npm run build:local -- zip -b firefox`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const wxt = join(import.meta.dirname, '../../node_modules/wxt/bin/wxt.mjs');
const asked = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [wxt, ...(asked.length > 0 ? asked : ['build'])], {
  stdio: 'inherit',
  env: { ...process.env, WXT_LOCAL_ONLY: '1' },
});
process.exitCode = status ?? 1;
