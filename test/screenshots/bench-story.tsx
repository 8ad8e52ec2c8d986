import { render } from 'preact';
import '../../components/styles/all.css';
import '../../components/styles/bench.css';
import { applyTheme } from '../../components/base/theme.ts';
import type { BenchActions } from '../../components/bench/bench-actions.ts';
import type { BenchData } from '../../components/bench/bench-data.ts';
import { BenchPage } from '../../components/bench/bench-page.tsx';
import { DraftBench } from '../../lib/bench/draft-bench.ts';
import { prettyJson } from '../../lib/guidelines/pretty-json.ts';
import { markStyleSheet } from '../../lib/marking/style-sheet.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { benchPack, benchText } from '../components/sample-bench.ts';
import { tellData } from './story-data.ts';

/** The pack bench with an invented pack and text: `?bench=fault&theme=dark`. */
const asked = new URLSearchParams(location.search);

const nothing: BenchActions = {
  setText: () => undefined,
  takeFile: () => undefined,
  takeCase: () => undefined,
  setDraft: () => undefined,
  start: () => null,
  discard: () => undefined,
  save: () => undefined,
  exportPack: () => undefined,
  setAsOf: () => undefined,
  search: (term) => ({ term, synonyms: [], hits: [], found: 0 }),
  copy: async () => true,
};

const readFile = async (file: string) => ({
  file,
  content: await (await fetch(`/packs/${file}`)).json(),
});
const { content: index } = await readFile('index.json');
const bench = new DraftBench({
  shipped: await Promise.all(index.packs.map(readFile)),
  own: [],
  lexicon: await readFile(index.drugs),
  off: [],
});

const right = prettyJson(benchPack);
const draft =
  asked.get('bench') === 'fault' ? right.replace('"rank": 1', '"rank": "first"') : right;
const answers = [right, draft].flatMap((each) => [
  ...bench.judge({ text: benchText, draft: each }),
]);
const last = answers.at(-1);

const data: BenchData = {
  text: benchText,
  textRefused: null,
  openCases: [{ id: 'case', tabId: 1, name: 'Claim 15-20718', claimNumber: null }],
  asOf: null,
  draft,
  isSaved: draft === right,
  asksToDiscard: false,
  library: 'personal',
  own: [{ id: 'southern-team', title: 'Southern team' }],
  shipped: [{ id: 'acupuncture', title: 'Acupuncture' }],
  busy: false,
  answer:
    last && last.judged !== 'follows' ? { ...last, judged: last.judged, text: benchText } : null,
  stopped: null,
  saved: null,
};

tellData(data, benchText);

applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const marks = new CSSStyleSheet();
marks.replaceSync(markStyleSheet(palettes['blue-rust']));
document.adoptedStyleSheets = [marks];
const place = document.getElementById('page');
if (place !== null) render(<BenchPage data={data} actions={nothing} />, place);
