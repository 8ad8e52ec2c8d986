import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig, preview } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Serves the stories, which show every state of the panel and the options with an invented case. They
 * are bundled once: a browser asks for few files then, where each module for itself takes a second a story.
 */
export async function startStories(): Promise<{ address: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-stories-'));
  const config: InlineConfig = {
    configFile: false,
    root,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
      target: 'esnext',
      minify: false,
      // Otherwise light-dark() is rewritten and no longer follows an element's own color-scheme.
      cssTarget: 'chrome140',
      reportCompressedSize: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
    preview: { host: '127.0.0.1', port: 0 },
  };
  await build(config);
  const server = await preview(config);
  const origin = server.resolvedUrls?.local[0] ?? '';
  return {
    address: `${origin}test/screenshots/index.html`,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
