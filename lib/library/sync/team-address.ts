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
// an extension's policy cannot name [::1]
const loopback = /^(?:localhost|127\.0\.0\.1)$/;

/** The address of a team's database from that of its server and the team's name, as typed. */
export function readServerAndTeam(
  server: string,
  team: string,
): ReturnType<typeof readTeamAddress> {
  const base = server.trim().replace(/\/+$/, '');
  return readTeamAddress(team.trim() === '' ? base : `${base}/${team.trim()}`);
}

/** Whether a database is on a server, or is the one that is named. */
export function isOnServer({ url, origin }: TeamAddress, server: string): boolean {
  if (!URL.canParse(server)) return false;
  const named = new URL(server);
  const path = named.pathname.replace(/\/+$/, '');
  return named.origin === origin && `${url}/`.startsWith(`${origin}${path}/`);
}

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
