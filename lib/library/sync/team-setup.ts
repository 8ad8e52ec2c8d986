import type { CouchClient } from './couch-client.ts';
import { libraryDocument, libraryRecord } from './shared-document.ts';
import { TeamError } from './team-error.ts';
import { rolesOf, securityOf, validationId, validationOf } from './validation-document.ts';

/** What an administrator wants: a library, and members who may write in it or only read. */
export interface TeamOrder {
  /** What people call the library. */
  name: string;
  editors: readonly string[];
  readers: readonly string[];
}

/** What was done to make a database a team library. */
export interface TeamSetup {
  /** The database was not there before. */
  isNew: boolean;
  name: string;
}

/** What became of a member: a new account with the password to hand on, or one that was there. */
export interface SetUpMember {
  name: string;
  role: string;
  /** Null for an account that was there: it has the role now, and the password it had. */
  password: string | null;
}

/** Names CouchDB takes for an account and for signing in. */
const accountName = /^[^_:\s][^:\s]{0,99}$/;

/** Whether a person may be named so at the server. */
export function isAccountName(name: string): boolean {
  return accountName.test(name);
}

/**
 * Makes a team library, or brings the rules of one up to date: database, who may reach it, what it
 * refuses, and which library it is. Doing it again changes nothing else.
 *
 * @param client signed in as an administrator of the server
 * @param name what people call the library
 */
export async function setUpTeam(client: CouchClient, name: string): Promise<TeamSetup> {
  const { database } = client.address;
  // a server that was just installed may have none of its own databases yet
  for (const system of ['_users', '_replicator']) await client.create(system);
  const isNew = await client.create();
  // before anything can be written by anyone else
  await client.secure(securityOf(database));
  const rules = validationOf(database);
  const before = await client.document(validationId);
  if (before?.validate_doc_update !== rules.validate_doc_update) {
    await client.put(before === null ? rules : { ...rules, _rev: before._rev });
  }
  const record = libraryRecord.safeParse(await client.document(libraryDocument));
  if (record.success) return { isNew, name: record.data.name };
  await client.put({ _id: libraryDocument, identity: crypto.randomUUID(), name });
  return { isNew, name };
}

/** Sets up a library and its members, one after the other; throws `TeamError` at the first fault. */
export async function setUpWithMembers(
  client: CouchClient,
  { name, editors, readers }: TeamOrder,
): Promise<TeamSetup & { members: SetUpMember[] }> {
  const made = await setUpTeam(client, name);
  const { editor, reader } = rolesOf(client.address.database);
  const members: SetUpMember[] = [];
  for (const each of editors) members.push(await addMember(client, each, editor));
  for (const each of readers) members.push(await addMember(client, each, reader));
  return { ...made, members };
}

/** Gives a person the role: a new account with a password made here, or the one they have. */
export async function addMember(
  client: CouchClient,
  name: string,
  role: string,
  password: string = newPassword(),
): Promise<SetUpMember> {
  if (!isAccountName(name)) throw new TeamError('broken', `"${name}" is no name for an account`);
  const _id = `org.couchdb.user:${name}`;
  const before = await client.account(name);
  if (before === null) {
    await client.putAccount(name, { _id, name, password, roles: [role], type: 'user' });
    return { name, role, password };
  }
  const roles = Array.isArray(before.roles) ? before.roles : [];
  if (!roles.includes(role)) await client.putAccount(name, { ...before, roles: [...roles, role] });
  return { name, role, password: null };
}

/** 120 random bits, in letters and digits that go through any field. */
function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
