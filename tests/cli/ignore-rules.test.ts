import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ignoreRules } from '@/cli/author/ignore-rules';

const folder = mkdtempSync(join(tmpdir(), 'dotkit-ignore-'));
spawnSync('git', ['init', '-q', folder]);

/** What Git itself leaves out of these files, by the same rules. */
function byGit(rules: string, paths: readonly string[]): string[] {
  writeFileSync(join(folder, '.gitignore'), rules);
  const { stdout, status, stderr } = spawnSync('git', ['-C', folder, 'check-ignore', '--no-index', '-z', '--stdin'], {
    input: paths.join('\0'),
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout.split('\0').filter((path) => path !== '');
}

/** The rules on a file and, before it, on each folder above it: a folder that is left out takes everything with it. */
function byUs(rules: string, paths: readonly string[]): string[] {
  const isIgnored = ignoreRules(rules);
  return paths.filter((path) => {
    const steps = path.split('/');
    return steps.some((_, index) => isIgnored(steps.slice(0, index + 1).join('/'), index < steps.length - 1));
  });
}

const name = fc.constantFrom('a', 'b', 'ab', '.a', 'a.b', 'b c');
const piece = fc.constantFrom(
  'a',
  'b',
  'ab',
  '*',
  '**',
  '?',
  '.a',
  'a*',
  '*.b',
  '[ab]',
  '[!a]',
  '\\a',
  'a.b',
  'b c',
  '[a',
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '!', '/', '!/'),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', ' '),
  )
  .map(([start, pieces, end]) => `${start}${pieces.join('/')}${end}`);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));

it('leaves out what Git leaves out by the same rules', () => {
  const cases = fc.sample(
    fc.tuple(fc.array(pattern, { minLength: 1, maxLength: 4 }), fc.uniqueArray(path, { maxLength: 12 })),
    {
      seed: 11,
      numRuns: 250,
    },
  );
  for (const [patterns, paths] of cases) {
    const rules = ['# a comment', '', ...patterns].join('\n');
    expect(byUs(rules, paths), rules).toEqual(byGit(rules, paths));
  }
});
