import { afterEach, expect, test, vi } from 'vitest';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { PageText } from '../../lib/messaging/protocol.ts';
import { fromPanel, newWorld, page, startWorker } from './browser-world.ts';

afterEach(() => vi.unstubAllGlobals());

test('of a page without text no review is shown: nothing was looked for in it', async () => {
  const world = newWorld();
  const worker = await startWorker(world);
  world.frames.set('1 0', () => ({ ok: true, value: null }));
  const shown = async (text: string, revision: number) => {
    const body: PageText = { reader: 'r', revision, ...page, heading: '', unread: [], text };
    await worker.send({ way: 'pageToBackground', name: 'textRead', body });
    const asked = { way: 'panelToBackground', name: 'getActiveReview', body: { windowId: 1 } };
    return ((await worker.send(asked, fromPanel)) as { value: ActiveReview }).value.case;
  };
  const empty = await shown('', 1);
  expect(empty?.status).toBe('ready');
  expect(empty?.review).toBeNull();
  expect(empty?.faults).toEqual([{ code: 'CG-101' }]);
  const filled = await shown('REQUESTED ITEMS\n1. Trigger point injection\n', 2);
  expect(filled?.review?.requests).toHaveLength(1);
  expect(filled?.faults).toEqual([]);
});
