import { z } from 'zod';
import {
  type AnyDocument,
  allDocuments,
  anyDocument,
  type BulkRow,
  bulkRows,
  type ChangesPage,
  changesPage,
  databaseInfo,
  failure,
  type KnownDocument,
  missingRevisions,
  session,
} from './couch-answers.ts';
import type { TeamAddress } from './team-address.ts';
import { errorOfStatus, TeamError } from './team-error.ts';

export type Credentials = { user: string; password: string } | { token: string };

export interface CouchOptions {
  address: TeamAddress;
  credentials: Credentials | null;
  fetch?: typeof fetch;
  /** Ends whatever is under way. */
  signal?: AbortSignal;
  /** Milliseconds a request may take. */
  timeout?: number;
  /** Bytes an answer may have. */
  longestAnswer?: number;
}

interface Request<Answer> {
  method?: 'GET' | 'POST' | 'PUT';
  query?: Record<string, string>;
  body?: unknown;
  answer: z.ZodType<Answer>;
}

const anything = z.unknown();

/**
 * One database of a CouchDB, over HTTP. Requests go to the configured address and follow no
 * redirect, so a password is never sent elsewhere; cookies are neither sent nor kept, since a stray
 * one would outrank the password. Every method throws `TeamError`, or the signal's reason.
 */
export class CouchClient {
  readonly address: TeamAddress;
  readonly #options: CouchOptions;

  constructor(options: CouchOptions) {
    this.address = options.address;
    this.#options = options;
  }

  /** Who the server takes this client for. */
  async session(): Promise<{ name: string | null; roles: string[] }> {
    const url = `${this.address.server}/_session`;
    return (await this.request(url, { answer: session })).answer.userCtx;
  }

  async info(): Promise<z.infer<typeof databaseInfo>> {
    return (await this.#ask('', { answer: databaseInfo })).answer;
  }

  /** The changes after a point, with documents, losing branches and tombstones. */
  async changes(since: string | null, limit: number): Promise<ChangesPage> {
    const query = {
      since: since ?? '0',
      limit: String(limit),
      include_docs: 'true',
      conflicts: 'true',
      style: 'all_docs',
    };
    return (await this.#ask('/_changes', { query, answer: changesPage })).answer;
  }

  /** A document; null where there is none or it is deleted. */
  async document(id: string, query: Record<string, string> = {}): Promise<AnyDocument | null> {
    try {
      return (await this.#ask(path(id), { query, answer: anyDocument })).answer;
    } catch (error) {
      // the whole database may be missing, too: whoever needs to know asks for its info
      if (error instanceof TeamError && error.kind === 'gone') return null;
      throw error;
    }
  }

  /** The state of named documents, deleted ones as such, in the order of the ids. */
  async documents(ids: readonly string[]): Promise<KnownDocument[]> {
    const query = { include_docs: 'true', conflicts: 'true' };
    const asked = { method: 'POST', query, body: { keys: ids }, answer: allDocuments } as const;
    return (await this.#ask('/_all_docs', asked)).answer.rows;
  }

  /** Ids and revisions of living documents, in order of id, after one. */
  async revisions(after: string | null, limit: number): Promise<KnownDocument[]> {
    const query: Record<string, string> = { limit: String(limit) };
    if (after !== null) Object.assign(query, { startkey: JSON.stringify(after), skip: '1' });
    return (await this.#ask('/_all_docs', { query, answer: allDocuments })).answer.rows;
  }

  /**
   * Writes documents, each on the revision it carries. A row tells of each, not in order; a status
   * of success says nothing of any.
   */
  async write(documents: readonly object[]): Promise<BulkRow[]> {
    const body = { docs: documents };
    const asked = { method: 'POST', body, answer: bulkRows } as const;
    const { status, answer } = await this.#ask('/_bulk_docs', asked);
    return status === 202 ? answer.map((row) => ({ ...row, accepted: true })) : answer;
  }

  /** Which of the revisions the server does not know. */
  async unknownRevisions(asked: Record<string, string[]>): Promise<Record<string, string[]>> {
    const request = { method: 'POST', body: asked, answer: missingRevisions } as const;
    const { answer } = await this.#ask('/_revs_diff', request);
    return Object.fromEntries(Object.entries(answer).map(([id, { missing }]) => [id, missing]));
  }

  /** Makes a database of the server, this one if none is named; whether it was not there before. */
  async create(database: string = this.address.database): Promise<boolean> {
    const url = `${this.address.server}/${encodeURIComponent(database)}`;
    try {
      await this.request(url, { method: 'PUT', answer: anything });
      return true;
    } catch (error) {
      if (error instanceof TeamError && error.status === 412) return false;
      throw error;
    }
  }

  /** The account of a name at the server; null where there is none. For its administrators. */
  async account(name: string): Promise<AnyDocument | null> {
    try {
      return (await this.request(this.#accountUrl(name), { answer: anyDocument })).answer;
    } catch (error) {
      if (error instanceof TeamError && error.kind === 'gone') return null;
      throw error;
    }
  }

  /** Writes the account of a name; throws with status 409 where there is a newer one. */
  async putAccount(name: string, account: object): Promise<void> {
    await this.request(this.#accountUrl(name), { method: 'PUT', body: account, answer: anything });
  }

  #accountUrl(name: string): string {
    return `${this.address.server}/_users/${encodeURIComponent(`org.couchdb.user:${name}`)}`;
  }

  /** Sets who may read, write and manage the database. */
  async secure(security: object): Promise<void> {
    await this.#ask('/_security', { method: 'PUT', body: security, answer: anything });
  }

  /** Writes one document; throws with status 409 where its revision is not the current one. */
  async put(document: { _id: string; [field: string]: unknown }): Promise<void> {
    await this.#ask(path(document._id), { method: 'PUT', body: document, answer: anything });
  }

  /** Asks another part of the same server, whatever it answers. */
  async requestAnything(url: string, method: 'PUT' | 'POST', body: object): Promise<void> {
    await this.request(url, { method, body, answer: anything });
  }

  #ask<Answer>(where: string, request: Request<Answer>) {
    return this.request(`${this.address.url}${where}`, request);
  }

  /** Asks any address of the configured server. */
  async request<Answer>(
    url: string,
    { method = 'GET', query = {}, body, answer }: Request<Answer>,
  ): Promise<{ status: number; answer: Answer }> {
    const target = new URL(url);
    if (target.origin !== this.address.origin) throw new TeamError('broken', 'another origin');
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    const { status, text, retryAfter } = await this.#send(target, method, body);
    const json = parse(text);
    if (status < 200 || status >= 300) {
      throw errorOfStatus(status, failure.safeParse(json).data ?? null, retryAfter);
    }
    // a login page in the server's place
    if (json === undefined) throw new TeamError('offline', 'the answer is not JSON', { status });
    const read = answer.safeParse(json);
    if (!read.success) throw new TeamError('broken', 'an answer no CouchDB gives', { status });
    return { status, answer: read.data };
  }

  async #send(target: URL, method: string, body: unknown) {
    const { signal, timeout = 30_000, longestAnswer = 32_000_000 } = this.#options;
    const send = this.#options.fetch ?? fetch;
    const timedOut = AbortSignal.timeout(timeout);
    try {
      const response = await send(target.href, {
        method,
        headers: this.#headers(body !== undefined),
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal === undefined ? timedOut : AbortSignal.any([signal, timedOut]),
        credentials: 'omit',
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      const { status } = response;
      if (status === 0 || (status >= 300 && status < 400)) {
        throw new TeamError('offline', 'the server sends elsewhere', { status });
      }
      const text = await readBounded(response, longestAnswer);
      return { status, text, retryAfter: response.headers.get('retry-after') };
    } catch (error) {
      if (error instanceof TeamError) throw error;
      if (signal?.aborted) throw signal.reason;
      throw new TeamError('offline', timedOut.aborted ? 'no answer in time' : 'not reached');
    }
  }

  #headers(hasBody: boolean): Record<string, string> {
    const { credentials } = this.#options;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (hasBody) headers['content-type'] = 'application/json';
    if (credentials !== null) headers.authorization = authorization(credentials);
    return headers;
  }
}

function authorization(credentials: Credentials): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  const bytes = new TextEncoder().encode(`${credentials.user}:${credentials.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Ids of design documents keep their slash. */
function path(id: string): string {
  return `/${encodeURIComponent(id).replace(/^_design%2F/, '_design/')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBounded(response: Response, longest: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > longest) {
      await reader.cancel();
      throw new TeamError('too-large', 'the answer is too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
