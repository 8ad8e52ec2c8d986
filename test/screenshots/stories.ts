import { getMessageFrom } from '../../lib/wording/message-file.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { pseudoMessages } from '../wording/pseudo-locale.ts';

const asked = new URLSearchParams(location.search);
const isPseudo = asked.get('language') === 'pseudo';
const getMessage = getMessageFrom(isPseudo ? pseudoMessages(messages) : messages);

// `wxt/browser` looks for the browser when it is loaded, so the stand-in comes first.
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

if (asked.has('bench')) await import('./bench-story.tsx');
else if (asked.has('options')) await import('./options-story.tsx');
else if (asked.has('reader')) await import('./reader-story.tsx');
else await import('./panel-story.tsx');
