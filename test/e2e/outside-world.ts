import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for everything outside this machine: it answers nothing and remembers who was asked. */
export interface OutsideWorld {
  /** the proxy's address, for --proxy-server */
  address: string;
  /** hosts asked for so far, in order */
  asked: string[];
  close(): Promise<void>;
}

/** Starts a proxy that refuses every request and keeps the host it was for. */
export async function startOutsideWorld(): Promise<OutsideWorld> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
