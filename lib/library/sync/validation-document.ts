import { bodyVersion, libraryDocument, longestDocument, sharedKinds } from './shared-document.ts';

/** Roles of one library at its server. */
export function rolesOf(database: string): { reader: string; editor: string } {
  return { reader: `${database}-reader`, editor: `${database}-editor` };
}

/** Who may reach the database at all. Only the server's administrators manage it. */
export function securityOf(database: string) {
  const { reader, editor } = rolesOf(database);
  return {
    admins: { names: [], roles: ['_admin'] },
    members: { names: [], roles: [reader, editor] },
  };
}

export const validationId = '_design/caseglass';

/**
 * The document by which the server itself refuses what no client may write: anything by a reader,
 * under another's name, malformed or too large. It is carried out by the server's own JavaScript
 * engine, so it is written in the language of 2009.
 */
export function validationOf(database: string): { _id: string; validate_doc_update: string } {
  const rules = {
    editor: rolesOf(database).editor,
    kinds: sharedKinds,
    library: libraryDocument,
    version: bodyVersion,
    longest: longestDocument,
  };
  const source = `function (newDoc, oldDoc, userCtx) {
  var rules = ${JSON.stringify(rules)};
  function refuse(reason) { throw({ forbidden: reason }); }
  function isText(value, longest) {
    return typeof value === 'string' && value.length > 0 && value.length <= longest;
  }
  function isObject(value) {
    return typeof value === 'object' && value !== null && !(value instanceof Array);
  }
  var isAdmin = userCtx.roles.indexOf('_admin') !== -1;
  if (newDoc._id.indexOf('_design/') === 0) {
    if (!isAdmin) refuse('Only an administrator may change the rules.');
    return;
  }
  if (newDoc._id === rules.library) {
    if (!isAdmin) refuse('Only an administrator may change the library.');
    return;
  }
  if (!isAdmin && userCtx.roles.indexOf(rules.editor) === -1) {
    refuse('You may read this library, not change it.');
  }
  if (newDoc.updatedBy !== userCtx.name) refuse('A change carries the name of who made it.');
  if (!isText(newDoc.operation, 100)) refuse('The change has no operation.');
  var allowed = newDoc._deleted
    ? ['updatedBy', 'operation']
    : ['kind', 'version', 'body', 'updatedBy', 'operation'];
  for (var field in newDoc) {
    if (field.charAt(0) !== '_' && allowed.indexOf(field) === -1) {
      refuse('There is no field ' + field + '.');
    }
  }
  if (newDoc._attachments) refuse('A library holds no attachments.');
  if (newDoc._deleted) return;
  if (rules.kinds.indexOf(newDoc.kind) === -1) refuse('This is no kind of library object.');
  if (!/^[a-z0-9]+([-_.:][a-z0-9]+)*$/.test(newDoc._id) || newDoc._id.length > 140) {
    refuse('The id is not well formed.');
  }
  if (newDoc._id.indexOf(newDoc.kind + ':') !== 0) refuse('The id is of another kind.');
  if (typeof newDoc.version !== 'number' || newDoc.version % 1 !== 0 || newDoc.version < 1) {
    refuse('The version is not a whole number.');
  }
  var body = newDoc.body;
  if (!isObject(body)) refuse('It has no body.');
  if (JSON.stringify(newDoc).length > rules.longest) refuse('It is too large.');
  var id = newDoc._id.slice(newDoc.kind.length + 1);
  if (body.id !== id) refuse('The body is of another id.');
  if (newDoc.kind === 'snippet' && newDoc.version === rules.version) {
    if (!isText(body.title, 200)) refuse('The title is missing or too long.');
    if (!isText(body.text, 20000)) refuse('The text is missing or too long.');
    if (['draft', 'approved', 'retired'].indexOf(body.status) === -1) refuse('The status is none.');
    if (!(body.criteria instanceof Array)) refuse('The criteria are no list.');
  }
}`;
  return { _id: validationId, validate_doc_update: source };
}
