// Installs the packages of the lock file when they are missing or other than the lock says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './processes.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;

/** Whether node_modules holds what the lock file asks for (packages of other platforms aside). */
export function isInstalled() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, wanted]) =>
        path === '' || wanted.optional || installed[path]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

/**
 * Makes the packages available.
 * @returns {Promise<boolean>} false when they could not be installed (npm has said why)
 */
export async function ensureDependencies() {
  if (isInstalled()) return true;
  console.log('Installing the packages of package-lock.json …');
  const { code } = await runNpm(['ci', '--loglevel=error']);
  return code === 0;
}
