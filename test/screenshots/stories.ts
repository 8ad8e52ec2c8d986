import { getMessage } from '../components/stand-in-i18n.ts';

// `wxt/browser` looks for the browser when it is loaded, so the stand-in comes first.
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

const asked = new URLSearchParams(location.search);
if (asked.has('bench')) await import('./bench-story.tsx');
else if (asked.has('options')) await import('./options-story.tsx');
else await import('./panel-story.tsx');
