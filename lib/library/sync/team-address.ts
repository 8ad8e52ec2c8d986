/** Where a team's database is. */
export interface TeamAddress {
  /** The database, without a slash at its end. */
  url: string;
  /** The server the database is on: what stands before its name. */
  server: string;
  /** All that requests may ever go to. */
  origin: string;
  database: string;
}

export type AddressFault = 'not-an-address' | 'not-https' | 'no-database' | 'has-password';

/** CouchDB's own rule for names of databases, without the slash. */
const databaseName = /^[a-z][a-z0-9_$()+-]*$/;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads the address of a team's database as a person types it. Only https, or http on this machine;
 * a name and password have no place in it.
 */
export function readTeamAddress(text: string): { address: TeamAddress } | { fault: AddressFault } {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { fault: 'not-an-address' };
  }
  const isPlain = url.protocol === 'http:' && loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !isPlain) return { fault: 'not-https' };
  if (url.username !== '' || url.password !== '') return { fault: 'has-password' };
  const path = url.pathname.replace(/\/+$/, '');
  const cut = path.lastIndexOf('/');
  const database = path.slice(cut + 1);
  if (!databaseName.test(database)) return { fault: 'no-database' };
  const server = `${url.origin}${path.slice(0, cut)}`;
  return { address: { url: `${server}/${database}`, server, origin: url.origin, database } };
}
