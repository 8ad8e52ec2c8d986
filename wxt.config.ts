import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { notePackages, packageFolder } from './lib/release/bundled-packages.ts';
import { joinedPacksFile } from './lib/release/joined-packs.ts';
import { licencePage, shippedPackage } from './lib/release/licences.ts';
import { PREPARED_FILE, preparedPhrases, SAMPLE_FOLDERS } from './lib/release/prepared-phrases.ts';

// Public half of a key pair whose private half was thrown away: it only keeps the extension id the
// same on every machine. A store replaces it by its own.
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA+wc9jB9eW6y528WJocATwIria3K3eqHw7ucDKj995BNXdvRHvm5K41PotSPzZ4u+wU/HAmqNOstqlcTFRYYFT6LzuRSrEfpiN0CRhV0ioudSy3R7QjWkcKA6qSfj5+ZzSN2JZKl25hk4W2Eas9j6cvNIh44FUOJ7q5Mu0HXLrCKCcPFfAO93itLrXa8zWqUusxWdKBWBSvfnolWTn/qLIuCbF0+WmK+y77tM8R3t+I53q+f7T3CeS5a0BxSGb4C3wjM9DBGwiFydS0HwTx1nuhpm5hXjPi681V6pl8pTi+dMTctp4qIwEyen/plTP7hXuAQRZWaCJLG1eQYusfnqdQIDAQAB';

/**
 * A build without team sync: it can reach no server at all. Asked for as `WXT_LOCAL_ONLY=1`; in the
 * code it is read in `lib/library/sync/available.ts`.
 */
const isLocalOnly = ['1', 'true'].includes(process.env.WXT_LOCAL_ONLY ?? '');

/** What the reader page loads when a document asks for it: all of it ships within the extension. */
function documentLibraries(): { absoluteSrc: string; relativeDest: string }[] {
  const from = (path: string) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
  const folder = (path: string, to: string) =>
    readdirSync(from(path))
      .filter((name) => !name.startsWith('LICENSE') && !name.startsWith('quickjs'))
      .map((name) => ({ absoluteSrc: from(`${path}/${name}`), relativeDest: `${to}/${name}` }));
  const file = (path: string, to: string) => ({ absoluteSrc: from(path), relativeDest: to });
  return [
    file('pdfjs-dist/build/pdf.worker.min.mjs', 'pdfjs/pdf.worker.min.mjs'),
    ...folder('pdfjs-dist/cmaps', 'pdfjs/cmaps'),
    ...folder('pdfjs-dist/standard_fonts', 'pdfjs/standard_fonts'),
    ...folder('pdfjs-dist/wasm', 'pdfjs/wasm'),
    ...folder('pdfjs-dist/iccs', 'pdfjs/iccs'),
    file('tesseract.js/dist/worker.min.js', 'tesseract/worker.min.js'),
    ...['relaxedsimd-lstm', 'simd-lstm', 'lstm'].map((kind) =>
      file(
        `tesseract.js-core/tesseract-core-${kind}.wasm.js`,
        `tesseract/core/tesseract-core-${kind}.wasm.js`,
      ),
    ),
    file(
      '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
      'tesseract/language/eng.traineddata.gz',
    ),
  ];
}

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** Folders of the packages with code in the build that is under way. */
const packages = new Set<string>();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: process.env.CASEGLASS_OUTPUT ?? '.output',
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${isLocalOnly ? '-local' : ''}`,
  hooks: {
    'build:before': () => packages.clear(),
    'build:publicAssets': (_wxt, files) => {
      const others = files.filter(({ relativeDest }) => !/^packs[\\/]/.test(relativeDest));
      files.splice(0, files.length, ...others, joinedPacksFile(), ...documentLibraries());
    },
    'build:done': async ({ config }) => {
      writeFileSync(join(config.outDir, PREPARED_FILE), await preparedPhrases());
      for (const { absoluteSrc } of documentLibraries()) {
        packages.add(packageFolder(absoluteSrc, ROOT) ?? '');
      }
      writeFileSync(
        join(config.outDir, 'licences.txt'),
        licencePage([...packages].filter(Boolean).map(shippedPackage)),
      );
    },
  },
  zip: {
    artifactTemplate: `{{name}}-{{version}}-{{browser}}${isLocalOnly ? '-local' : ''}.zip`,
    // What builds the extension again, and nothing else.
    includeSources: [
      ...['components', 'entrypoints', 'lib', 'public'].map((folder) => `${folder}/**`),
      // The phrases are prepared for texts like these.
      ...SAMPLE_FOLDERS.map((folder) => `${folder}/**`),
      ...['LICENSE', 'README.md', 'package.json', 'package-lock.json', 'tsconfig.json'],
      'wxt.config.ts',
    ],
  },
  vite: () => ({
    plugins: [notePackages(packages, ROOT)],
    worker: { plugins: () => [notePackages(packages, ROOT)] },
    // The oldest browsers of the manifest below; otherwise light-dark() is rewritten and no longer
    // follows an element's own color-scheme.
    define: { 'import.meta.env.WXT_LOCAL_ONLY': JSON.stringify(isLocalOnly) },
    build: { cssTarget: ['chrome140', 'firefox140'] },
    resolve: {
      alias: {
        // WXT's own tells older runs to stop by an event that every script of the page can see.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('entrypoints/portal.content/quiet-context.ts', import.meta.url),
        ),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Caseglass',
    default_locale: 'en',
    description:
      'Marks the evidence for and against each criterion of a medical treatment request, on the claims portal itself.',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // No site is read before the user grants it.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        // Text recognition is WebAssembly.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        // A team's server, which only the background reaches: every page says "'self'" for itself.
        // Which one is not known when this is built; without the site's permission, asked for when
        // a team is joined, its answers cannot be read.
        isLocalOnly
          ? "connect-src 'self'"
          : "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    // Firefox takes a policy without a schema, and refuses the key.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: 'Open Caseglass' },
    commands: {
      // Alt+Shift+P and others stay silently unassigned in Chromium 156; this one was assigned.
      // Not Firefox's `_execute_sidebar_action`: it opens the panel without telling us, and the
      // panel could then not name the site it asks to be allowed on.
      _execute_action: {
        suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' },
        description: 'Open the review of this page',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'caseglass@caseglass.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: CHROMIUM_KEY, minimum_chrome_version: '140' }),
  }),
});
