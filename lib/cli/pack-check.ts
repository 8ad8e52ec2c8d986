import { readFileSync } from 'node:fs';
import { checkPackText } from '../guidelines/check-pack-text.ts';
import { loadPacks, type PackFile, readLexicon, readPack } from '../guidelines/load-packs.ts';
import type { PackFault } from '../guidelines/rulebook.ts';
import { inEnglish } from './english.ts';
import { PACKS, type PackIndex } from './shipped-packs.ts';

/**
 * Checks packs beside the shipped ones and prints what is wrong, one line each, with its line.
 *   pack-check [FILE...]      without a file: the shipped packs themselves
 * Exit status 0 when all is right, 2 on an error.
 */

function main(files: readonly string[]): string[] {
  const index = readJson(new URL('index.json', PACKS)) as PackIndex;
  const shipped = index.packs.map(
    (file): PackFile => ({ file, content: readJson(new URL(file, PACKS)) }),
  );
  const lexicon = { file: index.drugs, content: readJson(new URL(index.drugs, PACKS)) };
  if (files.length === 0) return loadPacks(shipped, lexicon).faults.map(inOneLine);
  // a shipped pack that is checked by its path takes the place of itself
  const others = shipped.filter(({ file }) => !files.some((given) => given.endsWith(file)));
  const drugs = readLexicon(lexicon, []);
  const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return texts.flatMap(({ file, text }) => {
    const beside = texts.filter((other) => other.file !== file).flatMap(contentOf);
    const packs = [...others, ...beside].flatMap((other) => readPack(other, []) ?? []);
    return checkPackText(file, text, packs, drugs).faults.map((fault) =>
      inOneLine({ ...fault, file: `${file}:${fault.line}` }),
    );
  });
}

function inOneLine({ file, path, reason, code }: Omit<PackFault, 'leftOut'>): string {
  return [file, path, `${inEnglish(reason)} (${code})`].filter((part) => part !== '').join(': ');
}

/** One that is not JSON is told of where it is checked itself. */
function contentOf({ file, text }: { file: string; text: string }): PackFile[] {
  try {
    return [{ file, content: JSON.parse(text) }];
  } catch {
    return [];
  }
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
