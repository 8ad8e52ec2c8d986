import { browser } from 'wxt/browser';
import { checkPolicy, type Policy } from '../preferences/policy.ts';

/** The part of the browser's managed storage that is used: `browser.storage.managed`, or a stand-in. */
export interface ManagedStorage {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** What the organisation has set. Firefox rejects where no policy is installed: then there is none. */
export async function readPolicy(
  // not `storage`: at that name the build takes in a library of which nothing is used
  managed: ManagedStorage | undefined = browser.storage?.managed,
): Promise<{ policy: Policy; broken: string[] }> {
  const stored = await managed?.get(null).catch(() => undefined);
  return checkPolicy(stored ?? {});
}

let known: Promise<{ policy: Policy; broken: string[] }> | undefined;
const listeners = new Set<() => void>();

/**
 * Chromium's managed storage may not answer for as long as the browser has not set it up. Nothing
 * may wait for it longer than this, in milliseconds: an answer that comes later is a change.
 */
const patience = 1_000;

/** The policy in force, read once for the life of this page or worker, or until it changes. */
export function policyInForce(): Promise<{ policy: Policy; broken: string[] }> {
  if (known === undefined) {
    const asked = readPolicy();
    let isLate = false;
    const none = new Promise<{ policy: Policy; broken: string[] }>((resolve) => {
      setTimeout(() => {
        isLate = true;
        resolve(checkPolicy({}));
      }, patience);
    });
    known = Promise.race([asked, none]);
    void asked.then(() => {
      if (!isLate) return;
      known = asked;
      for (const tell of listeners) tell();
    });
  }
  return known;
}

/** Calls back after every change of the policy, until the signal ends it. */
export function onPolicyChange(onChange: () => void, signal?: AbortSignal): void {
  const changed = (_: unknown, area: string) => {
    if (area !== 'managed') return;
    known = undefined;
    onChange();
  };
  listeners.add(onChange);
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => {
    listeners.delete(onChange);
    browser.storage.onChanged.removeListener(changed);
  });
}
