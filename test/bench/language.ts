/**
 * `npm run bench:language`: how right and how fast the reading of texts is, beside a one-line baseline
 * and libraries that do a part of it. Everything is measured in this one run, on this machine, on one
 * thread (its CPU time, best of several passes).
 */
import { readFileSync } from 'node:fs';
import { sharedFile } from '../language/gold-lines.ts';
import { accuracyTables } from './language-accuracy.ts';
import { loadTexts } from './language-corpus.ts';
import { speedTables } from './language-speed.ts';
import { printTable } from './table.ts';

const negation = sharedFile('data', 'negation', 'dev.jsonl');
const context = sharedFile('data', 'context-cases.jsonl');
const read = (path: string | undefined) =>
  path === undefined ? undefined : readFileSync(path, 'utf8');

for (const table of accuracyTables(read(negation), read(context))) printTable(table);
for (const table of await speedTables(loadTexts())) printTable(table);
