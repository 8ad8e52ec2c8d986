/**
 * Makes the answers of PouchDB's server look as CouchDB gives them, where a client could tell: both
 * were asked side by side for what stands here.
 */

/** When databases were made, so that a point in the changes of an earlier one is told. */
export type Births = Map<string, string>;

export interface Asked {
  method: string;
  url: URL;
  /** The parsed body, where there is one. */
  body: unknown;
}

export interface Answered {
  status: number;
  body: unknown;
}

/** Bytes a document may have at CouchDB. */
const longestDocument = 8_000_000;

/** The database that is asked, and what of it. */
export function placeOf(url: URL): { database: string; rest: string } {
  const [, database = '', ...rest] = url.pathname.split('/');
  return { database, rest: rest.join('/') };
}

/**
 * Rewrites a question for PouchDB, or answers it as CouchDB would.
 *
 * @param latest the number of the database's last change
 */
export function askPouch(asked: Asked, births: Births, latest: number): Answered | null {
  const { database, rest } = placeOf(asked.url);
  if (rest === '_changes') {
    const since = asked.url.searchParams.get('since') ?? '0';
    const read = /^(\d+)-(\w+)$/.exec(since);
    if (since !== '0' && (read === null || Number(read[1]) > latest + 1_000_000)) {
      return failure(400, 'bad_request', `Malformed sequence supplied in 'since' parameter.`);
    }
    // a point in a database that was there before is no point in this one
    const number = read?.[2] === births.get(database) ? (read?.[1] ?? '0') : '0';
    asked.url.searchParams.set('since', number);
  }
  if (rest === '_bulk_docs' && JSON.stringify(asked.body).length > longestDocument) {
    return failure(413, 'document_too_large', 'a document');
  }
  return null;
}

/** Rewrites an answer of PouchDB. */
export function answerAsCouch(
  { method, url, body: question }: Asked,
  answered: Answered,
  births: Births,
  latest: number,
): Answered {
  const { database, rest } = placeOf(url);
  const { status, body } = answered;
  if (status === 401 && isFailure(body, /not authorized to access/i)) {
    return failure(403, 'forbidden', 'You are not allowed to access this db.');
  }
  if (status !== 200 && status !== 201) return answered;
  const birth = births.get(database) ?? '';
  const sequence = (number: unknown) => `${number}-${birth}`;
  if (method === 'GET' && rest === '' && !database.startsWith('_')) {
    const info = body as { update_seq: number };
    const times = { update_seq: sequence(info.update_seq), instance_start_time: birth };
    return { status, body: { ...info, ...times } };
  }
  if (rest === '_changes') {
    const page = body as { results: { seq: number }[]; last_seq: number };
    const results = page.results.map((row) => ({ ...row, seq: sequence(row.seq) }));
    const pending = results.length === 0 ? 0 : Math.max(0, latest - page.last_seq);
    return { status, body: { results, last_seq: sequence(page.last_seq), pending } };
  }
  if (rest === '_bulk_docs') {
    const rows = body as { id: string; error?: string; reason?: string }[];
    if (rows.length > 0 && rows.every((row) => isFailure(row, /not authorized to access/i))) {
      return failure(403, 'forbidden', 'You are not allowed to access this db.');
    }
    const order = ((question as { docs?: { _id: string }[] })?.docs ?? []).map(({ _id }) => _id);
    return { status, body: rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) };
  }
  return answered;
}

function isFailure(body: unknown, reason: RegExp): boolean {
  return reason.test(String((body as { reason?: unknown } | null)?.reason));
}

function failure(status: number, error: string, reason: string): Answered {
  return { status, body: { error, reason } };
}
