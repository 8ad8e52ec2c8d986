import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { analyzeFiles } from '../../lib/cli/analyze-files.ts';
import type { Review } from '../../lib/review/review.ts';

// the vocabulary of all packs is compiled first
vi.setConfig({ testTimeout: 60_000 });

const NOTE = `PROGRESS REPORT
Date of request: 06/18/2015
Neck pain. No twitch response on palpation.

REQUEST FOR AUTHORIZATION
1. Trigger point injection, left trapezius
2. Norco 10/325 one q6h #120
`;

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyze-'));
  writeFileSync(file('note.txt'), NOTE);
  writeFileSync(file('other.txt'), 'Second note.');
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('binary.txt'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1]));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function analyze(...args: string[]): Promise<Review> {
  return JSON.parse(await analyzeFiles(args)) as Review;
}

describe('a review as JSON', () => {
  test('has the documents, requests and their criteria, and every quote is the text at its place', async () => {
    const review = await analyze(file('note.txt'), file('other.txt'));
    expect(review.documents).toMatchObject([
      {
        id: 'd1',
        name: 'note.txt',
        characters: NOTE.length,
        unreadablePages: [],
        date: '2015-06-18',
      },
      { id: 'd2', name: 'other.txt' },
    ]);
    expect(review.requests.map(({ treatment }) => treatment)).toEqual([
      'trigger-point-injection',
      'opioid',
    ]);
    const pieces = review.requests.flatMap(({ passages, criteria }) => [
      ...passages,
      ...criteria.flatMap(({ evidence }) => evidence),
    ]);
    expect(pieces.length).toBeGreaterThan(5);
    for (const { document, start, end, quote } of pieces) {
      expect(document === 'd1' ? NOTE.slice(start, end) : quote).toBe(quote);
    }
  });

  test('takes the date of the request from the text, or from the option', async () => {
    expect(await analyze(file('note.txt'))).toMatchObject({
      asOf: '2015-06-18',
      asOfSource: 'date of the request',
    });
    expect(await analyze(file('note.txt'), '--as-of', '2018-02-01')).toMatchObject({
      asOf: '2018-02-01',
      asOfSource: 'chosen',
    });
  });

  test('uses only the standards of the packs that are named', async () => {
    const review = await analyze(file('note.txt'), '--pack', 'odg');
    const citations = review.requests.flatMap(({ criteria }) =>
      criteria.flatMap(({ citation, alsoCited }) => [citation, ...alsoCited]),
    );
    const packs = new Set(citations.flatMap((citation) => citation?.pack ?? []));
    expect([...packs]).toEqual(['odg']);
  });

  test('of an empty text is empty', async () => {
    const review = await analyze(file('empty.txt'));
    expect(review.requests).toEqual([]);
    expect(review.safety).toEqual([]);
  });
});

describe('what cannot be reviewed is said in one line', () => {
  test.each([
    ['no file', [], /^usage:/],
    ['a file that is not there', ['nowhere.txt'], /nowhere\.txt: ENOENT/],
    ['a file that is no text', ['binary.txt'], /binary\.txt: this is no text file/],
    ['a date that is none', ['note.txt', '--as-of', '2015-02-30'], /--as-of: "2015-02-30"/],
    ['an unknown option', ['note.txt', '--nothing'], /--nothing/],
    ['an unknown pack', ['note.txt', '--pack', 'nothing'], /no pack "nothing"/],
    ['a letter that is not there', ['note.txt', '--letter', 'no.txt'], /no\.txt: ENOENT/],
  ])('%s', async (_what, args, message) => {
    const named = args.map((arg) => (arg.endsWith('.txt') ? file(arg) : arg));
    await expect(analyzeFiles(named)).rejects.toThrow(message);
  });
});
