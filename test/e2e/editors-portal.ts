import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const root = resolve(import.meta.dirname, '../portals/editors');

/** The page with the rich-text editors, bundled from their packages and served. */
export async function startEditors(): Promise<{ address: string; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'caseglass-editors-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome140', minify: false },
  });
  const served = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 47_115, strictPort: false },
  });
  const [address = ''] = served.resolvedUrls?.local ?? [];
  return {
    address,
    async close() {
      await served.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
