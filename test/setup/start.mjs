// npm start: installs what is missing, builds the extension and shows it on the demo portal.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { runNode, stopTogether } from './processes.mjs';

async function start() {
  if (!(await ensureDependencies())) return 1;
  const browser = await ensureBrowser();
  if (!browser) return 1;
  const build = await runNode(['node_modules/wxt/bin/wxt.mjs', 'build'], { quiet: true });
  if (build.code !== 0) {
    console.log(build.output);
    return build.code;
  }
  const { code } = await runNode(['test/setup/demo.ts'], { env: { CHROMIUM: browser } });
  return code;
}

stopTogether();
process.exitCode = await start();
