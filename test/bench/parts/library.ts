import 'fake-indexeddb/auto';
import { importSnippets } from '../../../lib/library/import-snippets.ts';
import { createSnippetSearch } from '../../../lib/snippets/search.ts';
import { content, now, sample } from '../../snippets/sample.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop, milliseconds } from '../stopwatch.ts';

const MANY = 10_000;
const SIZES = [MANY, 50_000];
const OFTEN = 20;
/** As one types: few letters, two words, a slip, nothing yet. */
const QUERIES = ['', 'c', 'number 777', 'cuorse', 'short courses medicine'];
const context = {
  criterion: 'muscle-relaxant/duration',
  treatment: 'muscle-relaxant',
  asOf: '2015-06-01',
  favourites: new Set<string>(),
  recent: [],
};
const LOOP = 'library/bare loop over charCodeAt of 10,000 snippets';

/** Snippets whose words differ as those of a real library do. */
function snippets(count: number) {
  return Array.from({ length: count }, (_, at) => {
    const title = `Course number ${at}`;
    const text = `${content.text} Point ${at % 977} of part ${at % 89} in visit ${at % 13}.`;
    return { key: `personal/s-${at}`, snippet: sample(`s-${at}`, { title, text }) };
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
      id: `${name}: slowest of ${QUERIES.length} searches`,
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
