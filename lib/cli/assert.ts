/**
 * `npm run -s assert -- FILE.tsv`: how a target in a sentence is meant, for each line
 * `target TAB sentence`, as one JSON object a line. Exit status 2 with one line on stderr when the
 * file cannot be read or a line has no tab.
 */
import { readFileSync } from 'node:fs';
import { findTarget } from '../language/find-target.ts';
import { createReader } from '../language/reader.ts';

function fail(message: string): never {
  process.stderr.write(`assert: ${message}\n`);
  process.exit(2);
}

function readInput(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return fail(
      `${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'cannot be read'}`,
    );
  }
}

const paths = process.argv.slice(2);
const [path] = paths;
if (paths.length !== 1 || path === undefined) fail('usage: npm run -s assert -- FILE.tsv');
const lines = readInput(path)
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/);
if (lines.at(-1) === '') lines.pop();
const reader = createReader({ concepts: [], drugs: [] });
const output: string[] = [];
lines.forEach((line, index) => {
  const tab = line.indexOf('\t');
  if (tab < 0) fail(`${path}:${index + 1}: no tab between target and sentence`);
  const target = line.slice(0, tab);
  const sentence = line.slice(tab + 1);
  const span = findTarget(sentence, target);
  const [assertion] = span === undefined ? [] : reader.assertSpans(sentence, [span]);
  output.push(
    JSON.stringify({
      target,
      presence: assertion?.presence ?? null,
      time: assertion?.time ?? null,
      subject: assertion?.subject ?? null,
      voice: assertion?.voice ?? null,
    }),
  );
});
if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`);
