import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MARK = 'probe';

/** For each zone, imports that must fail the lint and one that must not. */
const ZONES: { file: string; forbidden: string[]; allowed: string }[] = [
  { file: `types/${MARK}.ts`, forbidden: ['@/lib/errors', '@/models/module'], allowed: './actor' },
  {
    file: `models/${MARK}.ts`,
    forbidden: ['@/lib/errors', '@/lib/env', '@/components/ui/badge', '@/embedded/mongodb.mjs'],
    allowed: '@/types/actor',
  },
  {
    file: `lib/${MARK}/rules.ts`,
    forbidden: [
      '@/models/module',
      '@/lib/infra/redis',
      '@/lib/env',
      '@/lib/stars/queries',
      '@/lib/stars/commands',
      'mongoose',
      'next/headers',
    ],
    allowed: '@/lib/errors',
  },
  {
    file: `lib/manifest/${MARK}.ts`,
    forbidden: ['@/models/module', '@/lib/infra/redis', '@/lib/env', 'mongoose'],
    allowed: '@/lib/errors',
  },
  {
    file: `lib/archive/${MARK}.ts`,
    forbidden: ['@/models/module', '@/lib/infra/s3', '@/lib/env'],
    allowed: '@/lib/errors',
  },
  {
    file: `lib/infra/${MARK}.ts`,
    forbidden: ['@/models/module', '@/lib/stars/queries', '@/lib/stars/commands', '@/lib/stars/rules', '@/app/layout'],
    allowed: '@/lib/env',
  },
  {
    file: `lib/${MARK}/queries.ts`,
    forbidden: ['@/components/ui/badge', '@/lib/stars/actions', '@/lib/action', '@/app/layout'],
    allowed: '@/lib/infra/redis',
  },
  {
    file: `lib/${MARK}/actions.ts`,
    forbidden: ['@/models/module', '@/lib/infra/redis', '@/app/layout', 'mongoose'],
    allowed: '@/lib/action',
  },
  {
    file: `components/${MARK}.tsx`,
    forbidden: [
      '@/models/module',
      '@/lib/infra/redis',
      '@/lib/stars/queries',
      '@/lib/stars/commands',
      '@/lib/env',
      '@/app/layout',
    ],
    allowed: '@/lib/routes',
  },
  {
    file: `hooks/${MARK}.ts`,
    forbidden: ['@/models/module', '@/lib/stars/queries', '@/lib/env', 'mongoose'],
    allowed: '@/lib/result',
  },
  {
    file: `app/${MARK}.ts`,
    forbidden: ['@/models/module', '@/embedded/mongodb.mjs', 'mongoose', '@aws-sdk/client-s3'],
    allowed: '@/lib/routes',
  },
  {
    file: `cli/${MARK}.ts`,
    forbidden: ['@/models/module', '@/lib/infra/redis', '@/components/ui/badge', '@/lib/modules/rules', '@/lib/errors'],
    allowed: '@/lib/manifest/schema',
  },
];

const probes = ZONES.flatMap(({ file, forbidden, allowed }) =>
  [...forbidden.map((path) => ({ path, isForbidden: true })), { path: allowed, isForbidden: false }].map(
    (probe, index) => ({ ...probe, zone: file, file: file.replace(MARK, `${MARK}-${index}`) }),
  ),
);

/** A tree of its own, so that nobody who reads the repository meanwhile finds a probe: our rules, and one file for each import. */
function plant(): string {
  const tree = mkdtempSync(join(tmpdir(), 'dotkit-directions-'));
  const { vcs: _vcs, ...rules } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(tree, 'biome.json'), JSON.stringify(rules));
  for (const { file, path } of probes) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `import * as probe from '${path}';\n\nexport const used = probe;\n`);
  }
  return tree;
}

type Report = { diagnostics: { severity: string; location: { path: string | { file: string } } }[] };

/** Files with an import that the linter refuses. */
function refusedFiles(): Set<string> {
  const tree = plant();
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, '.'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  rmSync(tree, { recursive: true, force: true });
  const { diagnostics }: Report = JSON.parse(stdout);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return new Set(
    errors.map(({ location: { path } }) => (typeof path === 'string' ? path : path.file).replace(/^\.\//, '')),
  );
}

it('fails the lint for every import that goes the wrong way, and for no other', () => {
  const refused = refusedFiles();
  const wrong = probes.filter(({ file, isForbidden }) => refused.has(file) !== isForbidden);
  expect(wrong.map(({ zone, path, isForbidden }) => `${zone} may${isForbidden ? ' not' : ''} import ${path}`)).toEqual(
    [],
  );
  expect(refused.size).toBeGreaterThan(40);
});
