import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { importSnippets } from '../../../lib/library/import-snippets.ts';
import { readSnippetFile } from '../../../lib/library/snippet-file.ts';
import { createSnippetSearch } from '../../../lib/snippets/search.ts';
import { now, sample } from '../../snippets/sample.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop, milliseconds } from '../stopwatch.ts';

const at = (path: string) => new URL(`../../../public/snippets/${path}`, import.meta.url);
const files = JSON.parse(readFileSync(at('index.json'), 'utf8')) as { files: string[] };
const starter = files.files.flatMap((file) => {
  const read = readSnippetFile(readFileSync(at(file), 'utf8'));
  return 'reason' in read ? [] : read.rows.map(({ snippet }) => snippet);
});

const MANY = 10_000;
const SIZES = [MANY, 50_000];
const OFTEN = 20;
/** As one types: nothing yet, a letter, few letters, a word, one with a slip, two words. */
const QUERIES = ['', 'o', 'op', 'opioid', 'opoid', 'therapy visits', 'duration 777'];
const context = {
  criterion: 'muscle-relaxant/duration',
  treatment: 'muscle-relaxant',
  asOf: '2015-06-01',
  favourites: new Set<string>(),
  recent: [],
};
const LOOP = 'library/bare loop over charCodeAt of 10,000 snippets';

/** As many snippets as asked for, with the words that the starter library has, as often as it has them. */
function snippets(count: number) {
  return Array.from({ length: count }, (_, at) => {
    const of = starter[at % starter.length] ?? sample('s');
    const snippet = { ...of, id: `s-${at}`, title: `${of.title} ${at}` };
    return { key: `personal/s-${at}`, snippet };
  });
}

function searchMeasures(count: number): Measure[] {
  const many = snippets(count);
  const name = `library/${count.toLocaleString('en-US')} snippets`;
  let search: ReturnType<typeof createSnippetSearch> | undefined;
  const made = milliseconds(() => {
    search = createSnippetSearch(many);
  }, 1);
  // So often that the clock of the CPU, which ticks in milliseconds, can tell.
  const slowest = QUERIES.map((query) => {
    const often = () => {
      for (let i = 0; i < OFTEN; i += 1) search?.find(query, context);
    };
    return milliseconds(often) / OFTEN;
  });
  return [
    {
      id: `${name}: slowest search of what is typed`,
      value: Math.max(...slowest),
      unit: 'ms',
      goal: { most: 20 },
      against: LOOP,
      tolerance: 2,
    },
    { id: `${name}: index made, in slices`, value: made, unit: 'ms', against: LOOP, tolerance: 2 },
  ];
}

async function importMeasure(): Promise<Measure> {
  const all = snippets(MANY).map(({ snippet }) => snippet);
  const before = process.cpuUsage();
  const done = await importSnippets(JSON.stringify(all), now);
  const { user, system } = process.cpuUsage(before);
  const isWhole = 'added' in done && done.added === MANY;
  return {
    id: 'library/import of 10,000 snippets, database in memory',
    value: isWhole ? (user + system) / 1000 : Number.NaN,
    unit: 'ms',
    goal: { most: 2000 },
    against: LOOP,
    tolerance: 2,
  };
}

/** Search and import of snippets. */
export const library: BenchPart = {
  name: 'library',
  title: 'Library, CPU time (the browser’s own database is measured in part browser)',
  async measure(): Promise<Measure[]> {
    const text = JSON.stringify(snippets(MANY));
    const loop = milliseconds(() => {
      for (let i = 0; i < 20; i += 1) bareLoop(text);
    });
    return [
      { id: LOOP, value: loop / 20, unit: 'ms' },
      ...SIZES.flatMap(searchMeasures),
      await importMeasure(),
    ];
  },
};
