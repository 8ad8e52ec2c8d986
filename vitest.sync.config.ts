import { defineConfig } from 'vitest/config';

/** Team sync against real servers: npm run test:sync. A CouchDB is taken where COUCHDB_URL names one. */
export default defineConfig({
  test: {
    include: ['test/sync/**/*.sync.ts'],
    setupFiles: ['fake-indexeddb/auto'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
