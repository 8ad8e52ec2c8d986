import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { notes } from './notes.js';

function App() {
  const [typed, setTyped] = useState('');
  return h(
    'main',
    null,
    h('h1', null, 'Flicker Claims FL-9'),
    h('input', {
      type: 'search',
      'aria-label': 'Find',
      value: typed,
      onChange: (event) => setTyped(event.target.value),
    }),
    notes.map((note, i) => h('p', { key: `${i} ${typed}` }, note)),
  );
}

createRoot(document.querySelector('#app')).render(h(App));
