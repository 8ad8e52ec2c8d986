import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { built } from './built.ts';
import { determinations } from './determinations.ts';

const HERE = import.meta.dirname;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
};

/** A folder of test/portals, served on an origin of its own. */
interface Portal {
  name: string;
  origin: string;
  server: Server;
}

/** The portals being served. */
export interface Portals {
  /** the address of a portal, or of a path in it: url('demo', 'cases/NG-15-20417') */
  url(portal: string, path?: string): string;
  /** paths asked for so far, as METHOD portal/path */
  requests: string[];
  close(): Promise<void>;
}

/** The cases of a portal: its own files, and for the demo the two real determinations. */
function casesOf(name: string): { id: string }[] {
  const folder = join(HERE, name, 'cases');
  const own = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    : [];
  return name === 'demo' ? [...own, ...determinations()] : own;
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
}

async function answer(
  name: string,
  path: string,
  origins: Record<string, string>,
): Promise<Answer> {
  const found = (type: string, body: string | Buffer) => ({ status: 200, type, body });
  const missing = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' };
  if (path === '/api/origins') {
    return found('application/json; charset=utf-8', JSON.stringify(origins));
  }
  const source = path.match(/^\/built\/(\w+\.js)$/)?.[1];
  if (source && existsSync(join(HERE, name, source))) {
    return found('text/javascript; charset=utf-8', await built(join(HERE, name, source)));
  }
  const asked = path.match(/^\/api\/cases(?:\/([\w-]+))?$/);
  if (asked) {
    const cases = casesOf(name);
    const one = asked[1] ? cases.find((c) => c.id === asked[1]) : cases;
    return one ? found('application/json; charset=utf-8', JSON.stringify(one)) : missing;
  }
  // an address of one case is answered with the case page, which loads the case itself
  const file = normalize(
    join(
      HERE,
      name,
      /^\/cases\/[\w-]+$/.test(path) ? 'case.html' : path.replace(/\/$/, '/index.html'),
    ),
  );
  if (!file.startsWith(join(HERE, name) + sep) || !existsSync(file) || !statSync(file).isFile())
    return missing;
  return found(TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
}

/** The path asked for, or undefined when it is no valid address. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://portal').pathname);
  } catch {
    return undefined;
  }
}

function serve(name: string, requests: string[], origins: Record<string, string>): Promise<Portal> {
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/');
    requests.push(`${request.method} ${name}${path}`);
    const { status, type, body } =
      path === undefined
        ? { status: 400, type: 'text/plain', body: '' }
        : await answer(name, path, origins);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      const origin = `http://127.0.0.1:${address.port}`;
      origins[name] = origin;
      done({ name, origin, server });
    });
  });
}

/** Serves each folder of test/portals on a loopback port of its own. */
export async function startPortals(): Promise<Portals> {
  const requests: string[] = [];
  const names = readdirSync(HERE).filter((name) => statSync(join(HERE, name)).isDirectory());
  const origins: Record<string, string> = {};
  const portals = await Promise.all(names.map((name) => serve(name, requests, origins)));
  return {
    url(name, path = '') {
      const portal = portals.find((p) => p.name === name);
      if (!portal) throw new Error(`There is no portal ${name} in test/portals.`);
      return `${portal.origin}/${path}`;
    },
    requests,
    async close() {
      await Promise.all(
        portals.map(
          ({ server }) =>
            new Promise<void>((done) => {
              server.closeAllConnections();
              server.close(() => done());
            }),
        ),
      );
    },
  };
}
