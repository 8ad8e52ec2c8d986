import { browser } from 'wxt/browser';
import type { Cases } from './cases.ts';
import { settings } from './settings.ts';

const name = 'forget-idle-cases';

/**
 * Forgets cases that nobody reads or looks at. An alarm of the browser, since the worker is stopped
 * long before; set only while a case is open, so that nothing runs at rest.
 */
export function forgetIdleCases(cases: Cases): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void forgetNow(cases);
  });
}

async function forgetNow(cases: Cases): Promise<void> {
  const { preferences } = await settings();
  await cases.forgetIdle(preferences.forgetAfter * 60_000, Date.now());
  await awaitIdle(cases);
}

/** Sets the alarm for the case that will be idle first. */
export async function awaitIdle(cases: Cases): Promise<void> {
  const touched = [...cases.desk.cases.values()].map((openCase) => openCase.touched);
  if (touched.length === 0) {
    await browser.alarms.clear(name);
    return;
  }
  const { preferences } = await settings();
  const when = Math.min(...touched) + preferences.forgetAfter * 60_000 + 1_000;
  await browser.alarms.create(name, { when });
}
