/**
 * Prints how many milliseconds of CPU pass from nothing to the first review; for the bench of reviews. Its
 * argument is a file of prepared phrases, as the build leaves one beside the packs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { readPrepared } from '../../lib/language/prepared-file.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const folder = join(import.meta.dirname, '../cases/gold');
const texts = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const text = texts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
const before = process.threadCpuUsage();
const rulebook = await shippedRulebook();
const { buffer, byteOffset, length } = readFileSync(process.argv[2] ?? '');
rulebook.prepared = readPrepared(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
const document = plainDocument('bench', 'bench', text.slice(0, 20_000));
const { requests } = reviewCase({ id: 'bench', documents: [document] }, rulebook);
const { user, system } = process.threadCpuUsage(before);
process.stdout.write(requests.length > 0 ? String((user + system) / 1000) : '');
