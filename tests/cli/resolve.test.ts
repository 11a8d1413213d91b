import { describe, expect, it } from 'vitest';
import { CliError } from '@/cli/errors';
import { type ResolveOptions, resolve, type Wish } from '@/cli/plan/resolve';
import { parseSpec } from '@/cli/plan/specs';
import type { Lock } from '@/cli/types';

import { type Catalogue, memorySource } from '../support/cli/memory-source';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const OPTIONS: ResolveOptions = { lock: null, minimumAgeHours: 0, now: NOW, os: 'linux', arch: 'x64' };
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

const wish = (text: string): Wish => {
  const spec = parseSpec(text);
  if (spec.type !== 'module') throw new Error('not a module');
  return { ref: spec.ref, range: spec.range };
};
const answer = async (modules: Catalogue, texts: string[], options: Partial<ResolveOptions> = {}) =>
  (await resolve(texts.map(wish), memorySource(modules), { ...OPTIONS, ...options })).map(
    ({ ref, version }) => `${ref} ${version}`,
  );
async function refusal(modules: Catalogue, texts: string[], options: Partial<ResolveOptions> = {}): Promise<CliError> {
  const error = await answer(modules, texts, options).catch((thrown: unknown) => thrown);
  if (error instanceof CliError) return error;
  throw new Error(`no refusal: ${JSON.stringify(error)}`);
}
const lockOf = (modules: Record<string, [string, Record<string, string>?]>): Lock => ({
  lockfileVersion: 1,
  modules: Object.fromEntries(
    Object.entries(modules).map(([ref, [version, dependencies = {}]]) => [
      ref,
      { version, integrity: 'sha256-AAAA', range: '*', dependencies },
    ]),
  ),
});

describe('which versions are taken', () => {
  const zsh: Catalogue = { '@a/zsh': { '1.0.0': {}, '1.2.0': {}, '1.10.0': {}, '2.0.0-rc.1': {} } };

  it('the newest, by number and not by letter; a prerelease only where the range names it', async () => {
    expect(await answer(zsh, ['@a/zsh'])).toEqual(['@a/zsh 1.10.0']);
    expect(await answer(zsh, ['@a/zsh@<1.10'])).toEqual(['@a/zsh 1.2.0']);
    expect(await answer(zsh, ['@a/zsh@^2.0.0-rc.0'])).toEqual(['@a/zsh 2.0.0-rc.1']);
    expect(await answer(zsh, ['@a/zsh@2.0.0-rc.1'])).toEqual(['@a/zsh 2.0.0-rc.1']);
  });

  it('an older version when the newest needs what cannot be had', async () => {
    const modules: Catalogue = {
      '@a/theme': {
        '1.0.0': { dependencies: { '@a/base': '^1.0.0' } },
        '2.0.0': { dependencies: { '@a/base': '^2.0.0' } },
      },
      '@a/prompt': { '1.0.0': { dependencies: { '@a/base': '^1.0.0' } } },
      '@a/base': { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
    };
    expect(await answer(modules, ['@a/theme', '@a/prompt'])).toEqual([
      '@a/base 1.1.0',
      '@a/prompt 1.0.0',
      '@a/theme 1.0.0',
    ]);
  });

  it('what is locked, while it fits, though newer or yanked; nobody is asked', async () => {
    const lock = lockOf({ '@a/zsh': ['1.2.0', { '@a/base': '^1.0.0' }], '@a/base': ['1.0.0'] });
    const source = memorySource({});
    const found = await resolve([wish('@a/zsh@^1.0.0')], source, { ...OPTIONS, lock });
    expect(found.map(({ ref, version, integrity }) => [ref, version, integrity])).toEqual([
      ['@a/base', '1.0.0', 'sha256-AAAA'],
      ['@a/zsh', '1.2.0', 'sha256-AAAA'],
    ]);
    expect(source.asked.offers).toEqual([]);
    expect(await answer(zsh, ['@a/zsh@1.10.0'], { lock })).toEqual(['@a/zsh 1.10.0']);
  });

  it('nothing younger than the minimum age, unless it is locked', async () => {
    const modules: Catalogue = {
      '@a/zsh': {
        '1.0.0': { publishedAt: hoursAgo(100) },
        '1.1.0': { publishedAt: hoursAgo(3) },
        '1.2.0': { publishedAt: 'soon' },
      },
    };
    expect(await answer(modules, ['@a/zsh'], { minimumAgeHours: 24 })).toEqual(['@a/zsh 1.0.0']);
    expect(await answer(modules, ['@a/zsh@<1.2.0'], { minimumAgeHours: 2 })).toEqual(['@a/zsh 1.1.0']);
    const lock = lockOf({ '@a/zsh': ['1.1.0'] });
    expect(await answer(modules, ['@a/zsh'], { minimumAgeHours: 24, lock })).toEqual(['@a/zsh 1.1.0']);
    const young = await refusal(modules, ['@a/zsh@^1.1.0'], { minimumAgeHours: 24 });
    expect(young.exitCode).toBe(5);
    expect(young.details.join('\n')).toContain('@a/zsh 1.1.0 was published less than 24 h ago');
  });

  it('never two that declare a conflict, whichever of them declares it', async () => {
    const modules: Catalogue = {
      '@a/one': { '1.0.0': {}, '2.0.0': { conflicts: ['@a/two'] } },
      '@a/two': { '1.0.0': {} },
      '@a/three': { '1.0.0': { conflicts: ['@a/two'] } },
    };
    expect(await answer(modules, ['@a/two', '@a/one'])).toEqual(['@a/one 1.0.0', '@a/two 1.0.0']);
    const clash = await refusal(modules, ['@a/two', '@a/three']);
    expect(clash.code).toBe('unresolvable');
    expect(clash.details).toContain('@a/three 1.0.0 does not go together with @a/two 1.0.0.');
  });

  it('conflicts are asked for only where modules meet', async () => {
    const source = memorySource({ '@a/one': { '1.0.0': {} } });
    await resolve([wish('@a/one')], source, OPTIONS);
    expect(source.asked).toEqual({ offers: ['@a/one'], facts: ['@a/one@1.0.0'], conflicts: [] });
  });
});

describe('bundles', () => {
  const modules: Catalogue = {
    '@a/desk': {
      '1.0.0': {
        bundle: {
          modules: [
            { ref: '@a/zsh', range: '^1.0.0', variables: { theme: 'dark' } },
            { ref: '@a/tmux', range: '*' },
            { ref: '@a/sway', range: '*', optional: true },
          ],
          profiles: [
            { name: 'server', modules: ['@a/tmux'] },
            { name: 'wayland', when: { os: ['linux'] }, modules: ['@a/zsh', '@a/sway'] },
            { name: 'mac', when: { os: ['macos'] }, modules: ['@a/zsh'] },
          ],
        },
      },
    },
    '@a/all': { '1.0.0': { bundle: { modules: [{ ref: '@a/desk', range: '*' }], profiles: [] } } },
    '@a/zsh': { '1.0.0': {} },
    '@a/tmux': { '1.0.0': {} },
    '@a/sway': { '1.0.0': {} },
  };
  const members = async (choice: Partial<Wish>, ref = '@a/desk') =>
    (await resolve([{ ref, range: '*', ...choice }], memorySource(modules), OPTIONS)).map((one) => one.ref.slice(3));

  it('bring their modules but the optional ones, all of them, or those of a profile', async () => {
    expect(await members({})).toEqual(['tmux', 'zsh', 'desk']);
    expect(await members({ withOptional: true })).toEqual(['sway', 'tmux', 'zsh', 'desk']);
    expect(await members({ profile: 'wayland' })).toEqual(['sway', 'zsh', 'desk']);
    expect(await members({ profile: 'server' })).toEqual(['tmux', 'desk']);
    expect(await members({ withOptional: true }, '@a/all')).toEqual(['tmux', 'zsh', 'desk', 'all']);
  });

  it('answer variables of their modules, and name what was taken as their dependencies', async () => {
    const found = await resolve([{ ref: '@a/desk', range: '*', profile: 'wayland' }], memorySource(modules), OPTIONS);
    expect(found.find(({ ref }) => ref === '@a/zsh')).toMatchObject({ range: null, variables: { theme: 'dark' } });
    expect(found.at(-1)).toMatchObject({ range: '*', dependencies: { '@a/zsh': '^1.0.0', '@a/sway': '*' } });
  });

  it('refuse a profile that they do not have, or that is for other machines', async () => {
    await expect(members({ profile: 'laptop' })).rejects.toMatchObject({
      code: 'unknown_profile',
      exitCode: 64,
      details: ['It has: server, wayland, mac.'],
    });
    await expect(members({ profile: 'mac' })).rejects.toMatchObject({ code: 'profile_elsewhere', exitCode: 5 });
  });
});

describe('a refusal says why', () => {
  it('who asks for what, from the one who asks back to you, and what there is', async () => {
    const modules: Catalogue = {
      '@a/shell': { '1.0.0': { dependencies: { '@a/plugins': '^1.0.0' } } },
      '@a/plugins': { '1.4.0': { dependencies: { '@a/base': '^2.0.0' } } },
      '@a/prompt': { '3.0.0': { dependencies: { '@a/base': '^1.0.0' } } },
      '@a/base': { '1.5.0': {}, '2.0.1': {} },
    };
    const error = await refusal(modules, ['@a/shell', '@a/prompt']);
    expect(error).toMatchObject({ code: 'unresolvable', exitCode: 5 });
    expect(error.details).toEqual([
      '@a/prompt 3.0.0 needs @a/base@^1.0.0.',
      '@a/plugins 1.4.0 needs @a/base@^2.0.0, needed by @a/shell 1.0.0.',
      'There are 2.0.1, 1.5.0 of @a/base.',
    ]);
  });

  it('a module that nobody knows, asked for and needed', async () => {
    expect(await refusal({}, ['@a/none'])).toMatchObject({ code: 'not_found', exitCode: 1 });
    const error = await refusal({ '@a/one': { '1.0.0': { dependencies: { '@a/none': '*' } } } }, ['@a/one']);
    expect(error).toMatchObject({ code: 'unresolvable', exitCode: 5 });
    expect(error.details).toEqual([
      '@a/one 1.0.0 needs @a/none@*.',
      'There is no module @a/none, or it is not public.',
    ]);
  });

  it('an exact version that was yanked ends with 6, a range of yanked ones with 5', async () => {
    const modules: Catalogue = { '@a/zsh': { '1.0.0': {}, '2.0.0': { yanked: 'deletes history' } } };
    expect(await refusal(modules, ['@a/zsh@2.0.0'])).toMatchObject({
      code: 'yanked',
      exitCode: 6,
      message: '@a/zsh 2.0.0 was yanked: deletes history.',
    });
    expect(await refusal(modules, ['@a/zsh@^2.0.0'])).toMatchObject({ code: 'unresolvable', exitCode: 5 });
    expect(await answer(modules, ['@a/zsh'])).toEqual(['@a/zsh 1.0.0']);
  });

  it('only prereleases are there', async () => {
    const error = await refusal({ '@a/zsh': { '1.0.0-beta.1': {} } }, ['@a/zsh']);
    expect(error.details).toEqual(['You asked for @a/zsh@*.', 'There is 1.0.0-beta.1 of @a/zsh.']);
  });

  it('a maze ends', async () => {
    const modules: Catalogue = {};
    // Twelve modules of ten versions, of which no two go together: trying everything would take 10^12 steps.
    for (let at = 0; at < 12; at += 1)
      modules[`@m/r${at}`] = Object.fromEntries(
        Array.from({ length: 10 }, (_, version) => [
          `${version}.0.0`,
          {
            dependencies: Object.fromEntries(
              Array.from({ length: 12 }, (_, other) => [`@m/r${other}`, `${(version + at + other) % 10}`]),
            ),
          },
        ]),
      );
    const error = await refusal(
      modules,
      Array.from({ length: 12 }, (_, at) => `@m/r${at}`),
    );
    expect(['unresolvable', 'too_many_choices']).toContain(error.code);
  });
});

describe('what is typed', () => {
  it('reads modules, ranges and collections', () => {
    expect(parseSpec('@a/zsh')).toEqual({ type: 'module', ref: '@a/zsh', range: '*' });
    expect(parseSpec('@a/zsh@latest')).toMatchObject({ range: '*' });
    expect(parseSpec('@a/zsh@>=1.0.0 <2.0.0')).toMatchObject({ range: '>=1.0.0 <2.0.0' });
    expect(parseSpec('@ada/collections/my-desk')).toEqual({ type: 'collection', owner: 'ada', slug: 'my-desk' });
  });

  it.each([
    'zsh',
    'a/zsh',
    '@a',
    '@a/',
    '@A/zsh',
    '@a/zsh@',
    '@a/zsh@one',
    '@a/../b',
    '@a/collections/../x',
    '@a/\u001b[31m',
  ])('refuses %j', (text) => {
    expect(() => parseSpec(text)).toThrow(CliError);
  });
});
