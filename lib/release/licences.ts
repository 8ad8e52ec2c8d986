import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package that ships, with what it says of its licence. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** as an SPDX expression */
  licence: string;
  /** who made it, as far as the package says */
  author: string;
  /** the licence texts it brings; none for some */
  texts: string[];
}

const TEXT = /^(licen[cs]e|copying|notice)/i;
/** Folders and files inside a package that ship and have licences of their own. */
const PARTS: Record<string, readonly string[]> = {
  'pdfjs-dist': ['cmaps', 'iccs', 'standard_fonts', 'wasm'],
  'tesseract.js': ['dist'],
};
/** From here on Vite's text is about what Vite itself is built with. */
const NOT_SHIPPED = /^#+ Licenses of bundled dependencies/m;
/** Licences of parts that do not ship. */
const LEFT_OUT = /quickjs|^tesseract\./i;

/** Reads a package's name, version and licence texts from its folder. */
export function shippedPackage(folder: string): ShippedPackage {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const parts = (PARTS[about.name] ?? []).map((part) => join(folder, part)).filter(existsSync);
  const author = typeof about.author === 'string' ? about.author : (about.author?.name ?? '');
  return {
    name: about.name,
    version: about.version,
    licence: typeof about.license === 'string' ? about.license : (about.license?.type ?? ''),
    author,
    texts: [folder, ...parts].flatMap(textsIn),
  };
}

function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => (TEXT.test(name) || /\.LICENSE\.txt$/.test(name)) && !LEFT_OUT.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort()
    .map((file) =>
      readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split(NOT_SHIPPED)[0]?.trim(),
    )
    .filter((text) => text !== undefined);
}

/** One page of plain text: every package that ships, then each licence text once. */
export function licencePage(packages: readonly ShippedPackage[]): string {
  const sorted = [...packages].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const users = new Map<string, string[]>();
  for (const { name, texts } of sorted) {
    for (const text of texts) users.set(text, [...(users.get(text) ?? []), name]);
  }
  const list = sorted.map(
    ({ name, version, licence, author, texts }) =>
      `- ${name} ${version}: ${licence}${author ? `, by ${author}` : ''}${texts.length === 0 ? ' (brings no text of its own)' : ''}`,
  );
  const bodies = [...users].map(([text, names]) => {
    const title = names.join(', ');
    return `${title}\n${'='.repeat(Math.min(title.length, 100))}\n\n${text}`;
  });
  return [
    'Caseglass is under the Apache License 2.0. These packages are built into it:',
    list.join('\n'),
    ...bodies,
  ]
    .join('\n\n\n')
    .concat('\n');
}
