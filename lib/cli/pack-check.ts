import { readFileSync } from 'node:fs';
import { loadPacks, type PackFile } from '../guidelines/load-packs.ts';
import { PACKS, type PackIndex } from './shipped-packs.ts';

/**
 * Checks packs beside the shipped ones and prints what is wrong, one line each.
 *   pack-check [FILE...]      without a file: the shipped packs themselves
 * Exit status 0 when all is right, 2 on an error.
 */

function main(files: readonly string[]): string[] {
  const index = readJson(new URL('index.json', PACKS)) as PackIndex;
  const shipped = index.packs.map(
    (file): PackFile => ({ file, content: readJson(new URL(file, PACKS)) }),
  );
  const lexicon = { file: index.drugs, content: readJson(new URL(index.drugs, PACKS)) };
  const own = files.map((file): PackFile => ({ file, content: readJson(file) }));
  // a shipped pack that is checked by its path takes the place of itself
  const others = shipped.filter(({ file }) => !files.some((given) => given.endsWith(file)));
  const { faults } = loadPacks([...others, ...own], lexicon);
  const shown = files.length === 0 ? faults : faults.filter(({ file }) => files.includes(file));
  return shown.map(({ file, path, reason, code }) => `${file}: ${path}: ${reason} (${code})`);
}

function readJson(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

try {
  const lines = main(process.argv.slice(2));
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (lines.length > 0) process.exitCode = 2;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message.replace(/\s+/g, ' ') : error}\n`);
  process.exitCode = 2;
}
