import type { CouchClient } from './couch-client.ts';
import { libraryDocument, libraryRecord } from './shared-document.ts';
import { securityOf, validationId, validationOf } from './validation-document.ts';

/** What was done to make a database a team library. */
export interface TeamSetup {
  /** The database was not there before. */
  isNew: boolean;
  name: string;
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

/** An account at the server for one member of a team. */
export interface TeamMember {
  name: string;
  password: string;
  roles: string[];
}

/** Makes an account, or throws with status 409 where the name is taken. */
export async function addMember(
  client: CouchClient,
  { name, password, roles }: TeamMember,
): Promise<void> {
  const _id = `org.couchdb.user:${name}`;
  const url = `${client.address.server}/_users/${encodeURIComponent(_id)}`;
  await client.requestAnything(url, 'PUT', { _id, name, password, roles, type: 'user' });
}
