import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../setup/processes.mjs';

/** Where builds and zips are made. */
export const OUTPUT = join(ROOT, '.output');

/** The builds for stores, and the one without team sync. */
export const STORE_BUILDS = ['chrome-mv3', 'edge-mv3', 'firefox-mv3'] as const;
export const LOCAL_BUILD = 'chrome-mv3-local';
export const BUILDS = [...STORE_BUILDS, LOCAL_BUILD] as const;

/** What the tests look at in a manifest. */
export interface Manifest {
  name: string;
  description: string;
  version: string;
  icons: Record<string, string>;
  permissions: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  content_scripts?: unknown[];
  content_security_policy: { extension_pages: string; sandbox?: string };
}

export function manifestOf(build: string): Manifest {
  return JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'));
}

/** Paths of all files below a folder, relative to it, with slashes, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

/** The text of every script of a build, by path. */
export function scriptsOf(build: string): Map<string, string> {
  const folder = join(OUTPUT, build);
  const scripts = filesIn(folder).filter((file) => /\.m?js$/.test(file));
  return new Map(scripts.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

export function bytesOf(file: string): number {
  return statSync(file).size;
}
