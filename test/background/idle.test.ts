import { afterEach, expect, test, vi } from 'vitest';
import {
  type BackgroundWorker,
  type BrowserWorld,
  fromPage,
  fromPanel,
  newWorld,
  startWorker,
  pageText as text,
} from './browser-world.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const minute = 60_000;
const start = 1_800_000_000_000;
const at = (minutes: number) => vi.setSystemTime(start + minutes * minute);
const kept = ({ session }: BrowserWorld) =>
  Object.keys(session).filter((key) => /^(?:case|draft):/.test(key));

/** The alarm that was set goes off, as it does at its time. */
async function goesOff(worker: BackgroundWorker): Promise<void> {
  const alarms = () => worker.waits.filter((wait) => /^alarms\./.test(wait)).length;
  const before = alarms();
  worker.happen('alarms.onAlarm', { name: 'forget-idle-cases' });
  await expect.poll(alarms).toBeGreaterThan(before);
}

test.each([
  [
    'writes in the panel',
    { way: 'panelToBackground', name: 'lookedAt', body: { tabId: 1 } },
    fromPanel,
  ],
  ['reads in the page', { way: 'pageToBackground', name: 'lookedAt', body: null }, fromPage()],
])(
  'who %s for hours keeps the case and the draft; an hour later both go',
  async (_, lookedAt, sender) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0);
    const world = newWorld();
    const worker = await startWorker(world);
    await worker.send({ way: 'pageToBackground', name: 'textRead', body: text });
    const [key = ''] = kept(world);
    world.session[key.replace('case:', 'draft:')] = { written: 'Upheld.' };
    for (const minutes of [50, 100, 150]) {
      at(minutes);
      expect(await worker.send(lookedAt, sender)).toMatchObject({ ok: true });
      at(minutes + 20);
      await goesOff(worker);
      expect(kept(world)).toHaveLength(2);
    }
    expect(world.alarms['forget-idle-cases']?.when).toBe(start + 210 * minute + 1_000);
    at(150 + 61);
    await goesOff(worker);
    expect(kept(world)).toEqual([]);
  },
);

test('a tab without a case is no one’s to look at', async () => {
  const worker = await startWorker(newWorld());
  const lookedAt = { way: 'panelToBackground', name: 'lookedAt', body: { tabId: 1 } };
  expect(await worker.send(lookedAt, fromPanel)).toMatchObject({ ok: false, fault: 'CG-405' });
});
