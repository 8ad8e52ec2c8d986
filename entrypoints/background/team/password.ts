import { browser } from 'wxt/browser';

/** Whose password it is, and for which database. It goes nowhere else. */
export interface KeptFor {
  address: string;
  user: string;
}

const key = 'teamPassword';

/** Keeps a password in session storage, which is memory: it ends with the browser. */
export async function keepPassword({ address, user }: KeptFor, password: string): Promise<void> {
  await browser.storage.session.set({ [key]: { address, user, password } });
}

/** The password kept for this database and user; null where there is none. */
export async function passwordFor({ address, user }: KeptFor): Promise<string | null> {
  const kept = (await browser.storage.session.get(key))[key] as
    | (KeptFor & { password: string })
    | undefined;
  return kept?.address === address && kept.user === user ? kept.password : null;
}

export async function dropPassword(): Promise<void> {
  await browser.storage.session.remove(key);
}
