import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { PACKS } from '../../lib/cli/shipped-packs.ts';
import * as loadPacks from '../../lib/guidelines/load-packs.ts';
import type { Rulebook } from '../../lib/guidelines/rulebook.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import * as reviewCase from '../../lib/review/review-case.ts';

/** What the browser keeps while it stops a worker and starts another. */
export interface BrowserWorld {
  session: Record<string, unknown>;
  local: Record<string, unknown>;
  alarms: Record<string, { when: number }>;
  tabs: { id: number; windowId: number; active: boolean; title: string; url: string }[];
  badges: Map<number, string>;
  /** What each frame of a tab was told last, by `tab frame name`. */
  told: Map<string, unknown>;
  /** What panels were told last. */
  panel: unknown;
  /** Answers of the reader in a frame; what it gives nothing to is a frame without a reader. */
  frames: Map<string, (message: { name: string; body: unknown }) => unknown>;
  /** Characters one item of the session storage may have. */
  room: number;
  /** What the browser fails at, by name. */
  failing: Map<string, Error>;
}

/** One worker: it lives until it is stopped, and says how often it has waited for the browser. */
export interface BackgroundWorker {
  /** A message as a page or panel sends it: undefined when the worker was stopped over it. */
  send(message: object, sender?: object): Promise<unknown>;
  /** An event of the browser: `alarms.onAlarm`, with what listeners are given. */
  happen(event: string, ...about: unknown[]): void;
  /** Waits for the browser so far, by name. */
  readonly waits: readonly string[];
  stop(): void;
}

const ours = 'extension-id';
const root = `chrome-extension://${ours}`;

export const page = {
  url: 'https://claims.example/cases/1',
  title: 'Case 1',
};

/** What the page's script sends of it. */
export const pageText: PageText = {
  ...{ reader: 'r', revision: 1, ...page, heading: page.title, unread: [] },
  text: 'A twitch response was seen.\n\nREQUESTED ITEMS\n1. Trigger point injection, left trapezius\n',
};

export function newWorld(): BrowserWorld {
  return {
    session: {},
    local: {},
    alarms: {},
    tabs: [{ id: 1, windowId: 1, active: true, ...page }],
    badges: new Map(),
    told: new Map(),
    panel: undefined,
    frames: new Map(),
    room: Number.POSITIVE_INFINITY,
    failing: new Map(),
  };
}

/** The sender of a frame of the first tab. */
export const fromPage = (frameId = 0, tabId = 1) => ({
  id: ours,
  tab: { id: tabId, windowId: 1, ...page },
  frameId,
  url: page.url,
  origin: 'https://claims.example',
});
export const fromPanel = { id: ours, url: `${root}/sidepanel.html` };

/**
 * Starts the background as the browser does: its modules anew, with what the browser kept.
 *
 * @param stopAt the number of the wait before which the worker is stopped: nothing it asks for from
 *   then on is done, and no message is answered
 */
export async function startWorker(world: BrowserWorld, stopAt?: number): Promise<BackgroundWorker> {
  const waits: string[] = [];
  const listeners = new Map<string, ((...about: unknown[]) => unknown)[]>();
  let isStopped = false;
  let onStop: (() => void) | undefined;
  const stopped = new Promise<undefined>((resolve) => {
    onStop = () => {
      isStopped = true;
      resolve(undefined);
    };
  });
  const forever = new Promise<never>(() => undefined);

  /** The worker waits for the browser: here it may be stopped. */
  const wait = async <Value>(name: string, act: () => Value): Promise<Value> => {
    if (isStopped) return forever;
    waits.push(name);
    if (waits.length === stopAt) onStop?.();
    if (isStopped) return forever;
    const fault = world.failing.get(name);
    if (fault) throw fault;
    return act();
  };
  const on = (name: string) => ({
    addListener: (listener: (...about: unknown[]) => unknown) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    removeListener: () => undefined,
  });
  const api = apiOf(world, wait, on);
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser: api }));
  // What follows from the packs alone is worked out once: a worker is started fifty times here.
  vi.doMock('../../lib/review/review-case.ts', () => reviewCase);
  vi.doMock('../../lib/guidelines/load-packs.ts', () => ({ ...loadPacks, loadPacks: loadOnce }));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('fetch', (address: string) =>
    wait('fetch', () => ({
      json: async () => structuredClone(fileOf(address.slice(`${root}/packs/`.length))),
    })),
  );
  const { default: background } = await import('../../entrypoints/background/index.ts');
  background.main();

  return {
    waits,
    stop: () => onStop?.(),
    happen(event, ...about) {
      for (const listener of listeners.get(event) ?? []) listener(...about);
    },
    send(message, sender = fromPage()) {
      const answered = new Promise((resolve) => {
        const kept = (listeners.get('runtime.onMessage') ?? []).map((listener) =>
          listener(structuredClone(message), sender, resolve),
        );
        if (!kept.includes(true)) resolve(undefined);
      });
      return Promise.race([answered, stopped]);
    },
  };
}

let rulebook: Rulebook | undefined;

const loadOnce: typeof loadPacks.loadPacks = (...files) => {
  rulebook ??= loadPacks.loadPacks(...files);
  return rulebook;
};

type Wait = <Value>(name: string, act: () => Value) => Promise<Value>;

function apiOf(world: BrowserWorld, wait: Wait, on: (name: string) => object) {
  const copy = <Value>(value: Value): Value => structuredClone(value);
  const storage = (name: string, kept: Record<string, unknown>) => ({
    get: (key: string | null) =>
      wait(`${name}.get`, () => copy(key === null ? kept : { [key]: kept[key] })),
    set: (items: Record<string, unknown>) =>
      wait(`${name}.set`, () => {
        if (JSON.stringify(items).length > world.room) throw new Error('quota bytes exceeded');
        Object.assign(kept, copy(items));
      }),
    remove: (keys: string | string[]) =>
      wait(`${name}.remove`, () => {
        for (const key of [keys].flat()) delete kept[key];
      }),
  });
  return {
    runtime: {
      id: ours,
      getURL: (path: string) => `${root}${path}`,
      onMessage: on('runtime.onMessage'),
      onInstalled: on('runtime.onInstalled'),
      onStartup: on('runtime.onStartup'),
      sendMessage: (message: { body: unknown }) =>
        wait('runtime.sendMessage', () => {
          world.panel = copy(message.body);
        }),
      openOptionsPage: () => wait('runtime.openOptionsPage', () => undefined),
    },
    permissions: {
      onAdded: on('permissions.onAdded'),
      onRemoved: on('permissions.onRemoved'),
      contains: () => wait('permissions.contains', () => true),
      getAll: () => wait('permissions.getAll', () => ({ origins: ['https://claims.example/*'] })),
    },
    tabs: {
      onActivated: on('tabs.onActivated'),
      onRemoved: on('tabs.onRemoved'),
      onUpdated: on('tabs.onUpdated'),
      query: ({ active }: { active?: boolean }) =>
        wait('tabs.query', () => copy(world.tabs.filter((tab) => !active || tab.active))),
      get: (id: number) =>
        wait('tabs.get', () => {
          const tab = world.tabs.find((one) => one.id === id);
          if (!tab) throw new Error('No tab with this id.');
          return copy(tab);
        }),
      update: () => wait('tabs.update', () => undefined),
      create: () => wait('tabs.create', () => undefined),
      sendMessage: (
        tabId: number,
        message: { name: string; body: unknown },
        { frameId = 0 } = {},
      ) =>
        wait('tabs.sendMessage', () => {
          const answer = world.frames.get(`${tabId} ${frameId}`)?.(message);
          if (answer === undefined) throw new Error('Could not establish connection.');
          world.told.set(`${tabId} ${frameId} ${message.name}`, copy(message.body));
          return answer;
        }),
    },
    windows: { getAll: () => wait('windows.getAll', () => [{ id: 1 }]) },
    storage: {
      onChanged: on('storage.onChanged'),
      managed: { get: async () => ({}) },
      session: storage('session', world.session),
      local: storage('local', world.local),
    },
    scripting: {
      getRegisteredContentScripts: () => wait('scripting.getRegistered', () => []),
      registerContentScripts: () => wait('scripting.register', () => undefined),
      updateContentScripts: () => wait('scripting.update', () => undefined),
      unregisterContentScripts: () => wait('scripting.unregister', () => undefined),
      executeScript: () => wait('scripting.executeScript', () => []),
      insertCSS: () => wait('scripting.insertCSS', () => undefined),
      removeCSS: () => wait('scripting.removeCSS', () => undefined),
    },
    action: {
      onClicked: on('action.onClicked'),
      setBadgeBackgroundColor: () => wait('action.badge', () => undefined),
      setBadgeTextColor: () => wait('action.badge', () => undefined),
      setBadgeText: ({ tabId, text }: { tabId: number; text: string }) =>
        wait('action.badge', () => void world.badges.set(tabId, text)),
      setTitle: () => wait('action.badge', () => undefined),
    },
    sidePanel: {
      open: () => wait('sidePanel.open', () => undefined),
      setPanelBehavior: async () => undefined,
    },
    // Tests are built as for Firefox.
    sidebarAction: {
      toggle: () => wait('sidebarAction.toggle', () => undefined),
      isOpen: () => wait('sidebarAction.isOpen', () => true),
    },
    alarms: {
      onAlarm: on('alarms.onAlarm'),
      create: (name: string, alarm: { when: number }) =>
        wait('alarms.create', () => {
          world.alarms[name] = alarm;
        }),
      clear: (name: string) =>
        wait('alarms.clear', () => {
          delete world.alarms[name];
        }),
    },
  };
}

/** A few packs in the place of all: a worker is started a hundred times here. */
function fileOf(name: string): unknown {
  if (name !== 'shipped.json') throw new Error(`There is no ${name} here.`);
  const requests = 'vocabulary/requests.json';
  return {
    checked: false,
    files: [
      { file: requests, content: JSON.parse(readFileSync(new URL(requests, PACKS), 'utf8')) },
      { file: 'twitch.json', content: twitch },
    ],
    lexicon: { file: 'drugs.json', content: { version: 1, tables: [], drugs: [] } },
  };
}

const twitch = {
  ...{ id: 'twitch', title: 'Twitch', version: '1', jurisdiction: 'any', licence: 'own words' },
  concepts: [
    { id: 'injection', name: 'Injection', phrases: ['trigger point injection'] },
    { id: 'twitch', name: 'Twitch response', phrases: ['twitch response'] },
  ],
  treatments: [
    { id: 'injection', name: 'Injection', concepts: ['injection'], quantity: 'injections' },
  ],
  criteria: [
    {
      ...{ id: 'injection/twitch', name: 'Twitch response', question: 'Is there one?' },
      ...{ supports: [{ find: 'twitch' }], messages: {} },
    },
  ],
};
