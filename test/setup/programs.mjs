// Looks for programs that are installed, and installs a distribution's package.
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';

const { platform, env } = process;

/** Whether a file can be started. */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first that is there of these names on the path, then of these places of this platform.
 * @param {string[]} names without `.exe`
 * @param {Record<string, string[]>} places files, by `process.platform`
 * @returns {string | undefined}
 */
export function findProgram(names, places) {
  const files = platform === 'win32' ? names.map((name) => `${name}.exe`) : names;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => files.map((name) => join(folder, name)));
  return [...onPath, ...(places[platform] ?? [])].find(isProgram);
}

/** Whether a package of Debian can be installed. */
export function isDebianRoot() {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Installs a package of Debian with what it needs; where that fails, the reason is shown. */
export async function installDebianPackage(name) {
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', ...wait], quiet);
  const { code, output } = await run('apt-get', ['install', '-y', ...wait, name], quiet);
  if (code !== 0) console.log(output.trim().split('\n').slice(-3).join('\n'));
}
