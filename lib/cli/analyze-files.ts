import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaseFile } from '../case/case-file.ts';
import { plainDocument } from '../case/document.ts';
import { checkLetter } from '../letter/check/check-letter.ts';
import { readerFor, reviewCase } from '../review/review-case.ts';
import { inEnglishThroughout } from './english.ts';
import { shippedRulebook } from './shipped-packs.ts';
import { UsageError } from './usage-error.ts';

const USAGE = 'usage: analyze FILE... [--as-of YYYY-MM-DD] [--letter FILE] [--pack ID]...';

/**
 * The review of the text files named in the arguments, as one case, in JSON. Throws a UsageError
 * for what the person at the terminal can put right.
 */
export async function analyzeFiles(args: readonly string[]): Promise<string> {
  const { files, asOf, packs, letter } = readArguments(args);
  const documents = files.map((file, at) => {
    const name = basename(file);
    return plainDocument(`d${at + 1}`, name, readText(file), { kind: 'file', fileName: name });
  });
  const rulebook = await shippedRulebook();
  for (const id of packs ?? []) {
    if (!rulebook.packs.some((pack) => pack.id === id)) {
      throw new UsageError(`--pack: there is no pack "${id}"`);
    }
  }
  const caseFile: CaseFile = { id: 'command-line', documents };
  const review = reviewCase(caseFile, rulebook, {
    ...(asOf && { asOf }),
    ...(packs && { packs }),
  });
  if (letter !== undefined) {
    review.letter = checkLetter(letter, review, rulebook, caseFile, readerFor(rulebook));
  }
  return JSON.stringify(inEnglishThroughout(review));
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const asOf = values['as-of'];
  if (positionals.length === 0) throw new UsageError(USAGE);
  if (asOf !== undefined && !isCalendarDate(asOf))
    throw new UsageError(`--as-of: "${asOf}" is no date as YYYY-MM-DD`);
  const letter = values.letter === undefined ? undefined : readText(values.letter);
  return { files: positionals, asOf, packs: values.pack, letter };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (text.includes('\0')) throw new UsageError(`${file}: this is no text file`);
  return text;
}
