import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Answered, type Asked, answerAsCouch, askPouch, placeOf } from './couch-ways.ts';

/** Something that goes wrong between client and server. */
export interface Fault {
  /** Which requests it meets; all, where it is not given. */
  path?: RegExp;
  /** How many it meets; one, where it is not given. */
  times?: number;
  /** Answered in place of the server. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Cut before the server hears of it, or after it has done what was asked. */
  cut?: 'before' | 'after' | 'amid';
  /** Milliseconds to wait first. */
  delay?: number;
  /** Packs the answer, as proxies before a CouchDB do. */
  gzip?: boolean;
  /** Changes what the server answered. */
  change?: (answered: Answered) => Answered;
}

export interface FaultProxy {
  url: string;
  /** Requests that went through, as `METHOD path`. */
  seen: string[];
  /** Bodies that were sent. */
  sent: string[];
  /** Each meets the next requests it fits. */
  faults: Fault[];
  /** The server it stands before; another port once that was started again. */
  upstream: string;
  stop(): Promise<void>;
}

interface Options {
  upstream: string;
  /** The server is PouchDB's, to be made to answer as CouchDB. */
  isPouch: boolean;
  port?: number;
  /** Where it is kept when databases were made, beyond the life of the proxy. */
  birthsFile?: string;
}

/** Stands before a server and does what networks, proxies and clusters do. */
export async function startFaultProxy(options: Options): Promise<FaultProxy> {
  const births = new Map<string, string>(readBirths(options.birthsFile));
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    seen: [],
    sent: [],
    faults: [],
    upstream: options.upstream,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return proxy;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const url = new URL(request.url ?? '/', proxy.upstream);
    proxy.seen.push(`${request.method} ${request.url}`);
    proxy.sent.push(text);
    const fault = meet(proxy.faults, url);
    if (fault?.delay) await new Promise((done) => setTimeout(done, fault.delay));
    if (fault?.cut === 'before') return void response.destroy();
    if (fault?.status !== undefined) {
      return reply(response, { status: fault.status, body: fault.body ?? {} }, fault.headers);
    }
    const asked = { method: request.method ?? 'GET', url, body: parse(text) };
    const answered = await forward(asked, text, request);
    if (fault?.cut === 'after') return void response.destroy();
    if (fault?.cut === 'amid') {
      const whole = JSON.stringify(answered.body);
      response.writeHead(answered.status, { 'content-length': Buffer.byteLength(whole) });
      response.write(whole.slice(0, whole.length / 2), () => response.destroy());
      return;
    }
    const headers = fault?.gzip ? { ...fault.headers, 'content-encoding': 'gzip' } : fault?.headers;
    reply(response, fault?.change?.(answered) ?? answered, headers);
  }

  async function forward(asked: Asked, text: string, request: IncomingMessage): Promise<Answered> {
    const { database, rest } = placeOf(asked.url);
    const target = new URL(asked.url);
    const isDatabase = options.isPouch && database !== '' && !database.startsWith('_');
    const needsLatest = isDatabase && (rest === '_changes' || rest === '');
    const latest = needsLatest ? await latestOf(database, request) : 0;
    const own = isDatabase ? askPouch({ ...asked, url: target }, births, latest) : null;
    if (own !== null) return own;
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type', 'accept'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers[name] = value;
    }
    const sent = { method: asked.method, headers, body: text === '' ? null : text };
    const got = await fetch(target, sent);
    const answered = { status: got.status, body: parse(await got.text()) ?? {} };
    if (!options.isPouch) return answered;
    if (asked.method === 'PUT' && rest === '' && got.status === 201) born(database);
    return answerAsCouch(asked, answered, births, latest);
  }

  async function latestOf(database: string, request: IncomingMessage): Promise<number> {
    const authorization = request.headers.authorization;
    const headers: Record<string, string> = authorization ? { authorization } : {};
    const got = await fetch(`${proxy.upstream}/${database}`, { headers });
    const info = (await got.json()) as { update_seq?: number };
    return info.update_seq ?? 0;
  }

  function born(database: string): void {
    births.set(database, randomBytes(6).toString('hex'));
    if (options.birthsFile) writeFileSync(options.birthsFile, JSON.stringify([...births]));
  }
}

/** Takes the first fault that fits, and counts it. */
function meet(faults: Fault[], { pathname }: URL): Fault | undefined {
  const at = faults.findIndex(({ path }) => path === undefined || path.test(pathname));
  const fault = faults[at];
  if (fault === undefined) return undefined;
  const left = (fault.times ?? 1) - 1;
  if (left <= 0) faults.splice(at, 1);
  else faults[at] = { ...fault, times: left };
  return fault;
}

function reply(
  response: ServerResponse,
  { status, body }: Answered,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.end(headers['content-encoding'] === 'gzip' ? gzipSync(text) : text);
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readBirths(file: string | undefined): [string, string][] {
  try {
    return file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
