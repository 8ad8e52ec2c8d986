import fc from 'fast-check';
import { expect } from 'vitest';
import { meanings } from '../../lib/case/page-mark.ts';
import { checkForBackground } from '../../lib/messaging/background-check.ts';
import { checkForPage } from '../../lib/messaging/page-check.ts';
import { checkForPanel } from '../../lib/messaging/panel-check.ts';
import type { MarkSheet } from '../../lib/messaging/protocol.ts';
import { checkTeamMessage } from '../../lib/messaging/team-check.ts';
import { fromPage, fromPanel, newWorld, startWorker } from '../background/browser-world.ts';
import { fuzz } from './fuzz.ts';
import { type Change, changed, changes } from './inputs.ts';
import { messages } from './messages.ts';

const sent = (way: string, name: string, body: unknown) => ({ way, name, body });
const all = Object.entries(messages).flatMap(([way, bodies]) =>
  Object.entries(bodies).map(([name, body]) => sent(way, name, body)),
);

fuzz<{ which: number; list: Change[] }>({
  name: 'messages',
  inputs: fc.record({ which: fc.nat({ max: all.length - 1 }), list: changes }),
  runs: 400,
  holds({ which, list }) {
    const message = changed(all[which % all.length], list);
    const checks = [checkForBackground, checkForPage, checkForPanel, checkTeamMessage];
    for (const check of checks) check(message);
    const sheet = checkForPage(message);
    // What passes goes into a style sheet: nothing but a colour may.
    if (sheet?.name === 'paintMarks') {
      const { colours } = sheet.body as MarkSheet;
      for (const shade of [colours.light, colours.dark]) {
        for (const meaning of meanings) expect(shade[meaning]).toMatch(/^#[0-9a-f]{6}$/i);
      }
    }
  },
});

const world = newWorld();
const worker = await startWorker(world);
world.frames.set('1 0', () => ({ ok: true, value: null }));

/** What is nested too deeply to be copied does not arrive in a browser either. */
function canTravel(message: unknown): boolean {
  try {
    structuredClone(message);
    return true;
  } catch {
    return false;
  }
}

/** Who may be behind a message, and what the browser then says of the sender. */
const senders = {
  page: fromPage(),
  frame: fromPage(3),
  'another tab': fromPage(0, 9),
  panel: fromPanel,
  'another extension': { ...fromPanel, id: 'other' },
  'a page that calls itself the panel': {
    ...fromPage(),
    url: 'https://claims.example/sidepanel.html',
  },
  'an address that only begins like ours': {
    ...fromPage(),
    url: 'chrome-extension://extension-id.example/sidepanel.html',
  },
  nobody: {},
};

fuzz<{ which: number; list: Change[] | null; sender: string }>({
  name: 'senders',
  inputs: fc.record({
    which: fc.nat({ max: all.length - 1 }),
    list: fc.option(changes, { nil: null }),
    sender: fc.constantFrom(...Object.keys(senders)),
  }),
  runs: 150,
  async holds({ which, list, sender }) {
    const whole = all[which % all.length];
    const message = (list === null ? whole : changed(whole, list)) as { way?: unknown };
    if (!canTravel(message)) return;
    const from = senders[sender as keyof typeof senders];
    const answer = (await worker.send(message ?? {}, from)) as { ok?: boolean } | undefined;
    if (sender === 'another extension' || sender === 'nobody') expect(answer).toBeUndefined();
    else if (answer !== undefined) expect(typeof answer.ok).toBe('boolean');
    const isOfPanel = message?.way === 'panelToBackground' || message?.way === 'teamToBackground';
    if (isOfPanel && from !== fromPanel) expect(answer?.ok ?? false).toBe(false);
  },
});
