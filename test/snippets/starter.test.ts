import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Pack } from '../../lib/guidelines/pack.ts';
import { readSnippetFile } from '../../lib/library/snippet-file.ts';

const at = (path: string) => new URL(`../../public/${path}`, import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const packsIn = (folder: string): Pack[] =>
  readdirSync(at(`packs/${folder}/`)).map((name) => json(`packs/${folder}/${name}`));

const { files } = json('snippets/index.json') as { files: string[] };
const readings = files.map((file) => readSnippetFile(readFileSync(at(`snippets/${file}`), 'utf8')));
const snippets = readings.flatMap((read) =>
  'reason' in read ? [] : read.rows.map(({ snippet }) => snippet),
);
const guidelines = new Map(packsIn('guidelines').map((pack) => [pack.id, pack]));
const criteria = new Set(
  packsIn('treatments').flatMap((pack) => (pack.criteria ?? []).map(({ id }) => id)),
);

test('every file is named in the index and every snippet passes the schema', () => {
  const there = readdirSync(at('snippets/')).filter((name) => name !== 'index.json');
  expect(files).toEqual(there.sort());
  for (const read of readings) expect(read).toMatchObject({ faults: [] });
  expect(snippets.length).toBeGreaterThanOrEqual(120);
});

test('ids and titles are used once', () => {
  expect(new Set(snippets.map(({ id }) => id)).size).toBe(snippets.length);
  expect(new Set(snippets.map(({ title }) => title)).size).toBe(snippets.length);
});

test('every treatment is served, and every criterion but those of forms', () => {
  const served = new Set(snippets.flatMap((snippet) => snippet.criteria));
  const open = [...criteria].filter((id) => !served.has(id) && !id.startsWith('rfa/'));
  expect(open).toEqual([]);
  expect([...served].filter((id) => !criteria.has(id))).toEqual([]);
});

test.each(snippets)('$id cites a standard of a pack, with its dates and sources', (snippet) => {
  const pack = guidelines.get(snippet.citation?.pack ?? '');
  const guideline = pack?.guideline;
  expect(snippet.citation).toMatchObject({
    guideline: guideline?.title,
    edition: guideline?.edition,
  });
  expect(snippet.inForce).toEqual(guideline?.inForce);
  expect(snippet.jurisdiction).toBe(pack?.jurisdiction);
  const standards = snippet.criteria.map((id) =>
    pack?.standards?.find(({ criterion }) => criterion === id),
  );
  expect(standards).not.toContain(undefined);
  expect(standards[0]).toMatchObject({ section: snippet.citation?.section });
  expect(snippet.citation?.page).toBe(standards[0]?.page);
  const known = (pack?.sources ?? []).map(({ title }) => title);
  expect(snippet.sources.filter(({ title }) => !known.includes(title))).toEqual([]);
  const isSeen = standards.every((standard) => standard?.confidence === 'seen');
  expect(snippet.confidence).toBe(isSeen ? 'seen' : 'to-be-verified');
  expect(snippet.treatments).toEqual([...new Set(snippet.criteria.map((id) => id.split('/')[0]))]);
});
