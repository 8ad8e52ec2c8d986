import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundler adds of its own, by the beginning of the module's name. */
const OWN_PARTS: readonly (readonly [beginning: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

interface Bundle {
  [file: string]: { type: string; modules?: Record<string, { renderedLength: number }> };
}

/**
 * The folder of the package a module belongs to.
 * @param id the module as the bundler names it, or a file's path
 * @param root the project's folder
 * @returns null for a module of the project itself
 */
export function packageFolder(id: string, root: string): string | null {
  const own = OWN_PARTS.find(([beginning]) => id.startsWith(beginning));
  if (own !== undefined) return realpathSync(join(root, 'node_modules', own[1]));
  const path = id.replace(/^\0|\?.*$/g, '').split(/[/\\]/);
  const at = path.lastIndexOf('node_modules');
  if (at === -1) return null;
  const parts = path[at + 1]?.startsWith('@') ? 2 : 1;
  // one name for a package that is reached over a link and without
  return realpathSync(path.slice(0, at + 1 + parts).join('/'));
}

/**
 * A Vite plugin that notes which packages have code in a bundle. What was left out of a bundle as
 * unused is not noted.
 * @param folders takes the packages' folders
 */
export function notePackages(folders: Set<string>, root: string) {
  return {
    name: 'caseglass:note-packages',
    generateBundle(_options: unknown, bundle: object) {
      for (const { modules = {} } of Object.values(bundle as Bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const folder = renderedLength > 0 ? packageFolder(id, root) : null;
          if (folder !== null) folders.add(folder);
        }
      }
    },
  };
}
