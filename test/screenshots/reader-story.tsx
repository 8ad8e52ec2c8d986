import { render } from 'preact';
import '../../components/styles/all.css';
import '../../components/styles/reader.css';
import { applyTheme } from '../../components/base/theme.ts';
import type { ReaderActions, ReaderData } from '../../components/reader/reader-data.ts';
import { ReaderPage } from '../../components/reader/reader-page.tsx';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { type FilePage, readPage } from '../../lib/reading/file/paged-text.ts';
import { tellData } from './story-data.ts';

/** The reader page, empty, with a text, or with a fault: `?reader=text&theme=dark`. */
const asked = new URLSearchParams(location.search);

const nothing: ReaderActions = {
  openFile: async () => undefined,
  openText: () => undefined,
  recognise: async () => undefined,
  cancel: () => undefined,
  find: () => undefined,
  findStep: () => undefined,
  goToPage: () => undefined,
  draw: async () => undefined,
  setNodes: () => undefined,
};

const words = [
  'Progress note, 19 June 2015. He injured his back on 8-18-11 and has hurt ever since.',
  'Palpation of the left paraspinal muscles finds a taut band at L4. Positive jump sign.',
  'Electrodiagnostic studies were done and it not shows a radiculopathy.',
];

const page = (number: number): FilePage => {
  const empty = readPage({ number, width: 612, height: 792 }, []);
  const items = words.map((text) => ({ text, x: 0, y: 0, width: 0, height: 10 }));
  const text = words.join('\n');
  const placed = words.map((each, item) => ({ start: text.indexOf(each), item }));
  return { ...empty, state: 'read', items, placed, text };
};

const empty: ReaderData = {
  name: null,
  kind: null,
  pages: [],
  text: '',
  starts: [],
  progress: null,
  fault: asked.get('reader') === 'fault' ? 'CG-110' : null,
  found: null,
  counts: [],
  goTo: null,
};

const withText: ReaderData = {
  ...empty,
  name: 'Progress note, 19 Jun 2015.txt',
  kind: 'text',
  pages: [page(1)],
  text: words.join('\n'),
  starts: [0],
  found: { term: 'taut band', hits: [{ start: 120, end: 129 }], at: 0 },
  counts: [3],
};

const data = asked.get('reader') === 'text' ? withText : empty;
tellData(data, words);
applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const place = document.getElementById('page');
if (place !== null) render(<ReaderPage data={data} actions={nothing} />, place);
