import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../setup/processes.mjs';
import { startPortals } from './server.ts';

const DEMO = join(ROOT, 'test/portals/demo');
const VERDICTS = ['met', 'not-met', 'conflicting', 'unclear', 'not-documented', 'not-applicable'];

test('the demo cases together show every verdict', () => {
  const shows: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(DEMO, 'shows.json'), 'utf8'),
  );
  const files = readdirSync(join(DEMO, 'cases')).map((file) => file.replace('.json', ''));
  expect(Object.keys(shows).sort()).toEqual(files.sort());
  const shown = new Set(Object.values(shows).flatMap((criteria) => Object.values(criteria)));
  expect([...shown].sort()).toEqual([...VERDICTS].sort());
});

test('the portal server answers pages, cases and nothing outside its folder', async () => {
  const portals = await startPortals();
  const status = async (path: string) => (await fetch(portals.url('demo', path))).status;
  try {
    expect(await status('')).toBe(200);
    expect(await status('cases/NG-15-20417')).toBe(200);
    expect(await status('api/cases/NG-15-20417')).toBe(200);
    expect(await status('api/cases/none')).toBe(404);
    expect(await status('..%2fserver.ts')).toBe(404);
    expect(await status('%')).toBe(400);
    expect(portals.requests).toContain('GET demo/cases/NG-15-20417');
  } finally {
    await portals.close();
  }
});
