import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { withPacked } from '@/cli/author/pack-folder';
import { parseManifest } from '@/lib/manifest/schema';
import { dotkit } from '../support/cli/run-dotkit';

const PACKAGES = join(import.meta.dirname, '../../node_modules');
const around = mkdtempSync(join(tmpdir(), 'dotkit-init-'));

/** A copy of an installed package, which nobody wrote for dotkit. */
function copyOf(name: string): string {
  const folder = join(around, name.replaceAll('/', '_'));
  cpSync(join(PACKAGES, name), folder, { recursive: true, dereference: true });
  return folder;
}

function folderWith(name: string, files: Record<string, string>): string {
  const folder = join(around, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  return folder;
}

const MIT = 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software …\n';

/** Drafts, then checks what the draft promises: it parses, and the archive is one that the registry accepts. */
async function drafted(folder: string): Promise<Record<string, unknown>> {
  const { status, stdout, stderr } = await dotkit(['init', folder, '--namespace', 'ada', '--yes', '--json']);
  expect(`${status} ${stderr}`, stdout).toMatch(/^0 /);
  const { manifest, findings } = parseManifest(readFileSync(join(folder, 'dotkit.json')));
  expect(findings).toEqual([]);
  await withPacked(folder, async (packed) => {
    expect(packed.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(packed.ok).toBe(true);
  });
  return { ...manifest };
}

it.each([
  ['pure-prompt-1-23', 'prompt', 'pure-prompt', '1.23.0'],
  ['pure-prompt-1-27', 'prompt', 'pure-prompt', '1.27.1'],
  ['pure-prompt-1-28', 'prompt', 'pure-prompt', '1.28.3'],
  ['spaceship-prompt-3-11', 'prompt', 'spaceship-prompt', '3.11.2'],
  ['spaceship-prompt-3-16', 'prompt', 'spaceship-prompt', '3.16.7'],
  ['spaceship-prompt-4-22', 'prompt', 'spaceship-prompt', '4.22.5'],
  ['typewritten', 'prompt', 'typewritten', '1.5.2'],
  ['alacritty-themes', 'color-theme', 'alacritty-themes', '6.0.2'],
  ['base16-builder', 'color-theme', 'base16-builder', '1.3.0'],
  ['git-open', 'script', 'git-open', '3.1.0'],
  ['@sebastienrousseau/dotfiles', 'script', 'dotfiles', '0.2.522'],
  ['@wistantkode/dotfiles', 'script', 'dotfiles', '1.7.2'],
  ['@lukekarrys/dotfiles', 'multiplexer-config', 'dotfiles', '1.0.2'],
  ['@dzeio/dotfiles', 'prompt', 'dotfiles', '1.0.0'],
])('the package %s drafts as a %s that the registry accepts', async (packageName, kind, name, version) => {
  const manifest = await drafted(copyOf(packageName));
  expect(manifest).toMatchObject({ kind, name: `@ada/${name}`, version });
  expect(manifest.files).not.toEqual([]);
});

it.each(['hyper-snazzy', 'nord', '@catppuccin/palette', '@lttr/zsh-history', '@andrewberty/alacritty-themes'])(
  'the package %s has nothing for a home directory, and it is said so',
  async (packageName) => {
    const folder = copyOf(packageName);
    const { status, stdout } = await dotkit(['init', folder, '--namespace', 'ada', '--yes', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'nothing_found' } });
    expect(existsSync(join(folder, 'dotkit.json'))).toBe(false);
  },
);

const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const KITTY = `background #101010\nforeground #eeeeee\n${Array.from({ length: 16 }, (_, index) => `color${index} #0000${(16 + index).toString(16)}`).join('\n')}\n`;
const FOOT = `[colors]\nbackground=101010\nforeground=eeeeee\n${COLORS.map((_, index) => `regular${index}=00000${index}\nbright${index}=0000a${index}`).join('\n')}\n`;

it.each<[string, string, Record<string, string>, object]>([
  [
    'plugin',
    'shell-plugin',
    { 'jump.plugin.zsh': 'alias j=\'jump\'\njump() { cd "$1"; }\n' },
    { provides: { commands: ['jump'], aliases: ['j'] }, shellPlugin: { shells: ['zsh'], entry: ['jump.plugin.zsh'] } },
  ],
  ['bash-lines', 'shell-plugin', { 'lines.bash': 'lines() { wc -l "$@"; }\n' }, { shellPlugin: { shells: ['bash'] } }],
  [
    'nvim',
    'editor-config',
    { 'init.lua': 'vim.opt.number = true\n', 'lua/keys.lua': 'return {}\n' },
    {
      files: [
        { src: 'init.lua', dest: '{config}/nvim/init.lua' },
        { src: 'lua/keys.lua', dest: '{config}/nvim/lua/keys.lua' },
      ],
    },
  ],
  [
    'tmux',
    'multiplexer-config',
    { '.tmux.conf': 'set -g mouse on\n' },
    { files: [{ dest: '{config}/tmux/tmux.conf' }] },
  ],
  [
    'kitty-theme',
    'color-theme',
    { 'themes/night.conf': KITTY },
    { colorTheme: { appearance: 'dark', targets: [{ app: 'kitty' }] } },
  ],
  ['foot-theme', 'color-theme', { 'themes/day.ini': FOOT }, { colorTheme: { targets: [{ app: 'foot' }] } }],
  [
    'brew',
    'package-list',
    { Brewfile: 'tap "homebrew/core"\nbrew "fd"\ncask "kitty"\n' },
    {
      files: [],
      packageList: {
        manager: 'brew',
        entries: [
          { name: 'homebrew/core', type: 'tap' },
          { name: 'fd', type: 'brew' },
          { name: 'kitty', type: 'cask' },
        ],
      },
    },
  ],
  [
    'git',
    'git-config',
    { gitconfig: '[alias]\n  st = status --short\n  up = "!git pull"\n[core]\n  pager = less\n' },
    {
      files: [{ mode: 'block', dest: '{home}/.gitconfig' }],
      gitConfig: {
        parts: ['aliases', 'pager'],
        aliases: [
          { name: 'st', command: 'status --short' },
          { name: 'up', command: '!git pull' },
        ],
      },
    },
  ],
  [
    'hypr',
    'wm-config',
    { 'hyprland.conf': 'monitor=,preferred,auto,1\n' },
    { wmConfig: { wm: 'hyprland' }, requires: { os: ['linux'] } },
  ],
  ['keys', 'input-config', { 'home-row.kbd': '(defsrc a)\n' }, { inputConfig: { engine: 'kanata' } }],
  [
    'starship',
    'prompt',
    { 'starship.toml': 'format = "$all"\n' },
    { prompt: { engine: 'starship' }, files: [{ dest: '{config}/starship.toml' }] },
  ],
  ['foot', 'terminal-config', { 'foot.ini': 'font=monospace:size=11\n' }, { terminalConfig: { terminal: 'foot' } }],
  [
    'script',
    'script',
    { 'count-words': '#!/bin/sh\nwc -w "$@"\n' },
    { files: [{ src: 'count-words', dest: '{bin}/count-words', perm: '0755' }], script: { interpreter: 'sh' } },
  ],
])('a folder of %s drafts as a %s', async (name, kind, files, expected) => {
  const folder = folderWith(name, {
    ...files,
    LICENSE: MIT,
    'README.md': `# The ${name}\n\nA sentence that says what it is. More.\n`,
  });
  const manifest = await drafted(folder);
  expect(manifest).toMatchObject({
    kind,
    title: `The ${name}`,
    summary: 'A sentence that says what it is.',
    license: 'MIT',
    readme: 'README.md',
    ...expected,
  });
});

it('refuses to guess a licence or an owner, and to replace a manifest', async () => {
  const folder = folderWith('unlicensed', { '.tmux.conf': 'set -g mouse on\n' });
  const codeOf = async (...more: string[]) =>
    (JSON.parse((await dotkit(['init', folder, '--yes', '--json', ...more])).stdout) as { error?: { code: string } })
      .error?.code;
  expect(await codeOf()).toBe('namespace_missing');
  expect(await codeOf('--namespace', 'ada')).toBe('license_missing');
  expect(await codeOf('--namespace', 'ada', '--license', 'Nonsense!')).toBe('license_invalid');
  expect(await codeOf('--namespace', 'ada', '--license', 'MIT', '--kind', 'color-theme')).toBe('nothing_found');
  expect(existsSync(join(folder, 'dotkit.json'))).toBe(false);
  expect(await codeOf('--namespace', 'ada', '--license', 'MIT')).toBeUndefined();
  const first = readFileSync(join(folder, 'dotkit.json'), 'utf8');
  expect(await codeOf('--namespace', 'tove', '--license', 'MIT')).toBe('manifest_exists');
  expect(readFileSync(join(folder, 'dotkit.json'), 'utf8')).toBe(first);
  expect(await codeOf('--namespace', 'tove', '--license', 'MIT', '--force')).toBeUndefined();
  expect(readFileSync(join(folder, 'dotkit.json'), 'utf8')).toContain('@tove/unlicensed');
});

it('--dry-run drafts and writes nothing', async () => {
  const folder = folderWith('dry', { '.tmux.conf': 'set -g mouse on\n', LICENSE: MIT });
  const { status, stdout } = await dotkit(['init', folder, '--namespace', 'ada', '--yes', '--dry-run', '--json']);
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ written: [], manifest: { name: '@ada/dry' } });
  expect(existsSync(join(folder, 'dotkit.json'))).toBe(false);
});
