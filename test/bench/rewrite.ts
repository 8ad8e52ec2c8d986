import { readFileSync } from 'node:fs';
import type { DrugEntry } from '../../lib/language/drug.ts';

/** Writes a text in another way that says the same. */
export type Rewrite = (text: string) => string;

const WIDTH = 64;

/** All ways to write a text anew, by name: those of rewordings.json, other layouts, other names of drugs. */
export function rewrites(drugs: readonly DrugEntry[]): Map<string, Rewrite> {
  const { rewordings } = JSON.parse(
    readFileSync(new URL('rewordings.json', import.meta.url), 'utf8'),
  ) as { rewordings: Record<string, [string, string][]> };
  const found = new Map<string, Rewrite>(
    Object.entries(rewordings).map(([name, pairs]) => [name, reworded(pairs)]),
  );
  found.set('capitals', (text) => text.toUpperCase());
  found.set('small-letters', (text) => text.toLowerCase());
  found.set('wrapped', wrapped);
  found.set('double-spaced', (text) => text.replaceAll('\n', '\n\n'));
  found.set('windows-lines', (text) => text.replaceAll('\n', '\r\n'));
  found.set('indented', (text) => text.replace(/^(?=.)/gm, '    '));
  found.set('she', genders({ he: 'she', his: 'her', him: 'her', himself: 'herself' }));
  found.set('he', genders({ she: 'he', herself: 'himself' }));
  found.set('dates-in-words', (text) => text.replace(FULL_DATE, inWords));
  found.set('dates-day-first', (text) => text.replace(FULL_DATE, dayFirst));
  found.set(
    'generic-names',
    renamed(drugs, ({ generic, brands }) => brands.map((brand) => [brand, generic])),
  );
  found.set(
    'brand-names',
    renamed(drugs, ({ generic, brands }) => (brands[0] ? [[generic, brands[0]]] : [])),
  );
  return found;
}

function reworded(pairs: readonly [string, string][]): Rewrite {
  const steps = pairs.map(([from, to]) => [new RegExp(from, 'gm'), to] as const);
  return (text) => steps.reduce((before, [from, to]) => before.replace(from, to), text);
}

/** Long lines broken at blanks. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(?=.{${WIDTH + 20}})(.{20,${WIDTH}}) `, 'g'), '$1\n'))
    .join('\n');
}

function genders(words: Readonly<Record<string, string>>): Rewrite {
  const pattern = new RegExp(`\\b(?:${Object.keys(words).join('|')})\\b`, 'gi');
  return (text) =>
    text.replace(pattern, (word) => likeCase(word, words[word.toLowerCase()] ?? word));
}

const FULL_DATE = /\b(\d{1,2})\/(\d{1,2})\/(20\d\d)\b/g;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function inWords(written: string, month: string, day: string, year: string): string {
  const name = MONTHS[Number(month) - 1];
  return name ? `${name} ${Number(day)}, ${year}` : written;
}

function dayFirst(written: string, month: string, day: string, year: string): string {
  const name = MONTHS[Number(month) - 1]?.slice(0, 3);
  return name ? `${Number(day)} ${name} ${year}` : written;
}

/** Names of drugs of one word that are written in another way. */
function renamed(
  drugs: readonly DrugEntry[],
  pairsOf: (drug: DrugEntry) => [string, string][],
): Rewrite {
  const names = new Map(
    drugs
      .flatMap(pairsOf)
      .filter(([from]) => /^[a-z]{5,}$/i.test(from))
      .map(([from, to]) => [from.toLowerCase(), to]),
  );
  return (text) =>
    text.replace(/\b[a-z]{5,}\b(?! ?(?:\/|-)[a-z]| (?:ER|XR|SR|CR|EC|DR)\b)/gi, (word) => {
      const name = names.get(word.toLowerCase());
      return name ? likeCase(word, name) : word;
    });
}

function likeCase(model: string, word: string): string {
  const first = model.charAt(0);
  return first === first.toLowerCase() && model !== model.toUpperCase()
    ? word.toLowerCase()
    : word.charAt(0).toUpperCase() + word.slice(1);
}
