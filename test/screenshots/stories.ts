import { getMessage } from '../components/stand-in-i18n.ts';

// `wxt/browser` looks for the browser when it is loaded, so the stand-in comes first.
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

const options = new URLSearchParams(location.search).has('options');
await (options ? import('./options-story.tsx') : import('./panel-story.tsx'));
