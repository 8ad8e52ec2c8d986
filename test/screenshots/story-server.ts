import { join } from 'node:path';
import { createServer } from 'vite';

/** Serves the stories, which show every state of the panel and the options with an invented case. */
export async function startStories(): Promise<{ address: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, watch: null },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? '';
  return { address: `${origin}test/screenshots/index.html`, close: () => server.close() };
}
