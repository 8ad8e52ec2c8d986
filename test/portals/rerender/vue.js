import { createApp, h, ref } from 'vue';
import { notes } from './notes.js';

createApp({
  setup() {
    const typed = ref('');
    return () =>
      h('main', [
        h('h1', 'Flicker Claims FL-9'),
        h('input', {
          type: 'search',
          'aria-label': 'Find',
          value: typed.value,
          onInput: (event) => {
            typed.value = event.target.value;
          },
        }),
        ...notes.map((note, i) => h('p', { key: `${i} ${typed.value}` }, note)),
      ]);
  },
}).mount('#app');
