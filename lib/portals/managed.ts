import { browser } from 'wxt/browser';
import { checkPolicy, type Policy } from '../preferences/policy.ts';

/** The part of the browser's managed storage that is used: `browser.storage.managed`, or a stand-in. */
export interface ManagedStorage {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** What the organisation has set. Firefox rejects where no policy is installed: then there is none. */
export async function readPolicy(
  storage: ManagedStorage | undefined = browser.storage?.managed,
): Promise<{ policy: Policy; broken: string[] }> {
  const stored = await storage?.get(null).catch(() => undefined);
  return checkPolicy(stored ?? {});
}

let known: Promise<{ policy: Policy; broken: string[] }> | undefined;

/** The policy in force, read once for the life of this page or worker, or until it changes. */
export function policyInForce(): Promise<{ policy: Policy; broken: string[] }> {
  known ??= readPolicy();
  return known;
}

/** Calls back after every change of the policy, until the signal ends it. */
export function onPolicyChange(onChange: () => void, signal?: AbortSignal): void {
  const changed = (_: unknown, area: string) => {
    if (area !== 'managed') return;
    known = undefined;
    onChange();
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
}
