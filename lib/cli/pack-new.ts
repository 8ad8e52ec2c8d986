import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addScaffold } from '../guidelines/add-scaffold.ts';
import type { Pack } from '../guidelines/pack.ts';
import { prettyJson } from '../guidelines/pretty-json.ts';
import { type GoldCase, scaffoldPack } from '../guidelines/scaffold.ts';
import { ReasonError } from '../saying/said.ts';
import { inEnglish } from './english.ts';
import { UsageError } from './usage-error.ts';

/**
 * Scaffolds a pack, a treatment or a criterion with its labelled case, and prints the next steps.
 *   pack-new pack|treatment|criterion ID [--in FILE]
 * Without --in a pack goes to public/packs/guidelines, a treatment to a file of its own in
 * public/packs/treatments, a criterion to the file of its treatment there. Paths are those of the
 * folder it is run in. Exit status 2 with one line on what is wrong.
 */

const usage = 'usage: npm run pack:new -- pack|treatment|criterion ID [--in FILE]';
const kinds = ['pack', 'treatment', 'criterion'] as const;
type Kind = (typeof kinds)[number];

const folders: Record<Kind, string> = {
  pack: 'public/packs/guidelines',
  treatment: 'public/packs/treatments',
  criterion: 'public/packs/treatments',
};

export function packNew(args: readonly string[], today: string): string[] {
  const { kind, id, file } = readArguments(args);
  const cases = `test/cases/criteria/${treatmentOf(kind, id)}.jsonl`;
  const written = kind === 'pack' ? newPack(id, file, today) : extended(kind, id, file, today);
  write(file, written.text);
  addCase(cases, written.goldCase);
  const cited = written.isCited
    ? []
    : [`Cite ${written.goldCase.criterion} in a pack of public/packs/guidelines: a standard.`];
  return [
    `${file}: ${kind} "${id}" added.`,
    `${cases}: a case for ${written.goldCase.criterion} added.`,
    'Next:',
    'Write phrases, question and messages in your own words, and the text of the case.',
    ...cited,
    `npm run pack:check ${file}`,
    'npm run pack:index, once the file lies in public/packs',
  ].map((line, at) => (at > 2 ? `  - ${line}` : line));
}

interface Written {
  text: string;
  goldCase: GoldCase;
  isCited: boolean;
}

function newPack(id: string, file: string, today: string): Written {
  const { pack, goldCase } = scaffoldPack(id, today);
  if (existsSync(file)) throw new UsageError(`${file}: there is a file of this name already`);
  return { text: `${prettyJson(pack)}\n`, goldCase, isCited: true };
}

function extended(
  kind: 'treatment' | 'criterion',
  id: string,
  file: string,
  today: string,
): Written {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : emptyFor(kind, id, file);
  const pack = parsed(file, text);
  return addScaffold(kind, id, text, pack, today);
}

/** A treatment may begin a file; a criterion needs the one of its treatment. */
function emptyFor(kind: 'treatment' | 'criterion', id: string, file: string): string {
  if (kind === 'criterion') throw new UsageError(`${file}: there is no such file`);
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const head = { id, title, version: '0.1.0', jurisdiction: 'any', licence: 'own words' };
  return `${prettyJson(head)}\n`;
}

function parsed(file: string, text: string): Pack {
  try {
    return JSON.parse(text) as Pack;
  } catch {
    throw new UsageError(`${file}: this is not JSON; npm run pack:check ${file} says where`);
  }
}

function addCase(file: string, goldCase: GoldCase): void {
  mkdirSync(dirname(file), { recursive: true });
  const isOpenLine = existsSync(file) && !/(?:^|\n)$/.test(readFileSync(file, 'utf8'));
  appendFileSync(file, `${isOpenLine ? '\n' : ''}${JSON.stringify(goldCase)}\n`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Cases lie by treatment. */
function treatmentOf(kind: Kind, id: string): string {
  if (kind === 'pack') return `${id}-treatment`;
  return id.split('/')[0] ?? id;
}

function readArguments(args: readonly string[]): { kind: Kind; id: string; file: string } {
  const { values, positionals } = parse(args);
  const [word, id, ...more] = positionals;
  const kind = kinds.find((known) => known === word);
  if (!kind || id === undefined || more.length > 0) throw new UsageError(usage);
  const name = kind === 'criterion' ? id.split('/')[0] : id;
  return { kind, id, file: values.in ?? join(folders[kind], `${name}.json`) };
}

function parse(args: readonly string[]) {
  try {
    const options = { in: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (${usage})`);
  }
}

function toldOf(error: unknown): string {
  if (error instanceof ReasonError) return inEnglish(error.reason);
  if (error instanceof UsageError) return error.message;
  throw error;
}

if (import.meta.main) {
  try {
    const today = new Date().toISOString().slice(0, 10);
    for (const line of packNew(process.argv.slice(2), today)) process.stdout.write(`${line}\n`);
  } catch (error) {
    process.stderr.write(`${toldOf(error).replace(/\s+/g, ' ')}\n`);
    process.exitCode = 2;
  }
}
