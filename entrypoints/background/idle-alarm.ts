import { browser } from 'wxt/browser';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
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
  await cases.forgetIdle(await idleTime(), Date.now());
  await awaitIdle(cases);
}

/** Milliseconds after which a case is forgotten. */
async function idleTime(): Promise<number> {
  const { preferences } = await settings().catch(() => ({ preferences: defaultPreferences }));
  return preferences.forgetAfter * 60_000;
}

/** Sets the alarm for the case that will be idle first. */
export function awaitIdle(cases: Cases): Promise<void> {
  // Where the browser fails at it, the next change sets it.
  return setAlarm(cases).catch(() => undefined);
}

async function setAlarm(cases: Cases): Promise<void> {
  const touched = [...cases.desk.cases.values()].map((openCase) => openCase.touched);
  if (touched.length === 0) {
    await browser.alarms.clear(name);
    return;
  }
  // A clock that was set back since must not put it off.
  const first = Math.min(...touched, Date.now());
  await browser.alarms.create(name, { when: first + (await idleTime()) + 1_000 });
}
