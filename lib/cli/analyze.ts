import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { plainDocument } from '../case/document.ts';
import { reviewCase } from '../review/review-case.ts';
import { shippedRulebook } from './shipped-packs.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reviews text files as one case and prints the review as one JSON object.
 *   analyze FILE... [--as-of YYYY-MM-DD] [--letter FILE] [--pack ID]...
 * Exit status 0 with a result, 2 on a usage or input error with one line on what and where.
 */

const USAGE = 'usage: analyze FILE... [--as-of YYYY-MM-DD] [--letter FILE] [--pack ID]...';

async function main(): Promise<string> {
  const { files, asOf, packs } = readArguments();
  const documents = files.map((file, at) => {
    const name = basename(file);
    return plainDocument(`d${at + 1}`, name, readText(file), { kind: 'file', fileName: name });
  });
  const rulebook = await shippedRulebook();
  for (const id of packs ?? []) {
    if (!rulebook.packs.some((pack) => pack.id === id))
      throw new UsageError(`--pack: there is no pack "${id}"`);
  }
  const review = reviewCase({ id: 'command-line', documents }, rulebook, {
    ...(asOf && { asOf }),
    ...(packs && { packs }),
  });
  return JSON.stringify(review);
}

function readArguments() {
  const { values, positionals } = parse();
  const asOf = values['as-of'];
  if (positionals.length === 0) throw new UsageError(USAGE);
  if (asOf !== undefined && !isCalendarDate(asOf))
    throw new UsageError(`--as-of: "${asOf}" is no date as YYYY-MM-DD`);
  return { files: positionals, asOf, packs: values.pack, letter: values.letter };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        letter: { type: 'string' },
        pack: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (${USAGE})`);
  }
}

function isCalendarDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
