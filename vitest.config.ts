import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests that stand on real engines: one process of them for the whole run, one database per test file. */
const onEngines = { globalSetup: [at('tests/support/engines.ts')], setupFiles: [at('tests/support/engine-env.ts')] };
/** Tests that run the command: bundled once before them, so that none of them says that it is being built. */
const bundled = { globalSetup: [at('tests/support/cli/bundle.ts')], setupFiles: [] };
const pure = { globalSetup: [], setupFiles: [] };

const project = (name: string, on: typeof onEngines, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], testTimeout, hookTimeout: testTimeout * 2, ...on },
});

export default defineConfig({
  resolve: {
    alias: [
      // Next resolves this marker to its empty variant on the server; the tests stand in for the server.
      { find: 'server-only', replacement: at('node_modules/server-only/empty.js') },
      { find: /^@\//, replacement: at('./') },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      project('rules', pure, 20_000),
      project('cli', bundled, 120_000),
      project('corpora', pure, 300_000),
      project('search-contract', pure, 20_000),
      project('engines', pure, 60_000),
      project('commands', onEngines, 60_000),
      project('relevance', onEngines, 120_000),
      project('storage-conformance', onEngines, 60_000),
      project('rest-door-conformance', onEngines, 60_000),
    ],
  },
});
