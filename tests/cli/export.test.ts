import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openBlobs } from '@/cli/apply/blobs';
import { encodeInstalled } from '@/cli/apply/installed';
import type { FileState, Home, Installed, ManagedWrite, Receipt } from '@/cli/types';
import type { WriteMode } from '@/types/module';
import { makeHome, treeOf } from '../support/cli/home';
import { dotkit } from '../support/cli/run-dotkit';

const ABSENT: FileState = { type: 'absent' };

type Wanted = { dest: string; mode?: WriteMode; text?: string; perm?: number; linkTo?: string };

/** What an install leaves behind: receipts, contents, and the files themselves. */
async function installed(home: Home, modules: Record<string, Wanted[]>): Promise<void> {
  const blobs = openBlobs(home);
  const receipts: Record<string, Receipt> = {};
  for (const [ref, wanted] of Object.entries(modules)) {
    const storeFolder = join(home.own.data, 'store', ref.slice(1), '1.0.0-0123456789ab');
    const writes: ManagedWrite[] = [];
    for (const { dest, mode = 'copy', text = '', perm = 0o644, linkTo } of wanted) {
      const path = join(home.root, dest);
      mkdirSync(dirname(path), { recursive: true });
      const sha256 = await blobs.putBytes(Buffer.from(text));
      let written: FileState = { type: 'file', sha256, perm };
      if (mode === 'link') {
        const target = linkTo ?? join(storeFolder, 'file');
        if (linkTo === undefined) {
          mkdirSync(storeFolder, { recursive: true });
          writeFileSync(target, text, { mode: 0o444 });
        }
        symlinkSync(target, path);
        written = { type: 'link', target };
      } else if (mode !== 'block' && mode !== 'source-line') writeFileSync(path, text, { mode: perm });
      writes.push({
        path,
        dest: `{home}/${dest}`,
        mode,
        src: mode === 'source-line' ? null : 'file',
        written,
        original: ABSENT,
      });
    }
    receipts[ref] = {
      ref,
      version: '1.0.0',
      integrity: `sha256-${Buffer.alloc(32).toString('base64')}`,
      kind: 'shell-plugin',
      title: ref,
      range: '*',
      dependencies: {},
      capabilities: { runs: [], network: [], root: false, labels: [] },
      claims: [],
      hooks: {},
      storeFolder,
      writes,
    };
  }
  const state: Installed = { formatVersion: 1, modules: receipts, shared: {}, folders: [] };
  mkdirSync(home.own.state, { recursive: true });
  writeFileSync(join(home.own.state, 'installed.json'), encodeInstalled(state));
}

const MODULES: Record<string, Wanted[]> = {
  '@ada/calm': [
    { dest: '.config/tmux/tmux.conf', text: 'set -g mouse on\n' },
    { dest: '.config/tmux/private.conf', text: 'mine\n', perm: 0o600 },
    { dest: '.local/bin/calm', text: '#!/bin/sh\n', perm: 0o755 },
    { dest: '.config/tmux/local.conf', mode: 'create-only', text: 'yours\n' },
    { dest: '.config/tmux/empty', text: '' },
    { dest: 'dot_file.tmpl', text: '{{ not a template }}\n' },
    { dest: '.hushlogin', mode: 'link', text: 'linked\n' },
    { dest: '.elsewhere', mode: 'link', linkTo: '/opt/elsewhere' },
    { dest: '.zshrc', mode: 'source-line', text: 'source ~/.config/calm.zsh' },
  ],
  '@tove/block': [{ dest: '.zshrc', mode: 'block', text: 'alias ll="ls -l"\n' }],
};

async function exported(tool: string, more: string[] = []) {
  const { home, around, remove } = makeHome();
  await installed(home, MODULES);
  writeFileSync(join(home.root, '.config/tmux/tmux.conf'), 'set -g mouse off\n');
  const before = treeOf(home.root);
  const out = join(around, 'out');
  const ran = await dotkit(['export', '--to', tool, '--out', out, '--root', home.root, '--json', ...more]);
  expect(treeOf(home.root)).toEqual(before);
  return { out, ran, remove, json: JSON.parse(ran.stdout) };
}

const permOf = (path: string) => lstatSync(path).mode & 0o777;

it('writes a source folder of chezmoi, in its own names, with nothing in it that runs', async () => {
  const { out, ran, json, remove } = await exported('chezmoi');
  expect(ran.status, ran.stdout).toBe(0);
  expect(json.files.sort()).toEqual([
    '.dotkit-fragments/ada-calm/01-zshrc',
    '.dotkit-fragments/tove-block/02-zshrc',
    'dot_config/tmux/create_local.conf',
    'dot_config/tmux/empty_empty',
    'dot_config/tmux/private_private.conf',
    'dot_config/tmux/tmux.conf',
    'dot_hushlogin',
    'dot_local/bin/executable_calm',
    'literal_dot_file.tmpl.literal',
    'symlink_dot_elsewhere',
  ]);
  expect(readFileSync(join(out, 'dot_config/tmux/tmux.conf'), 'utf8')).toBe('set -g mouse off\n');
  expect(readFileSync(join(out, 'dot_hushlogin'), 'utf8')).toBe('linked\n');
  expect(readFileSync(join(out, 'symlink_dot_elsewhere'), 'utf8')).toBe('/opt/elsewhere\n');
  expect(readFileSync(join(out, '.dotkit-fragments/tove-block/02-zshrc'), 'utf8')).toBe('alias ll="ls -l"\n');
  for (const path of json.files) expect(permOf(join(out, path))).toBe(0o644);
  remove();
});

it('writes packages of stow, one for each module, as the files lie at home', async () => {
  const { out, json, remove } = await exported('stow');
  expect(json.files).toContain('ada-calm/.config/tmux/tmux.conf');
  expect(permOf(join(out, 'ada-calm/.local/bin/calm'))).toBe(0o755);
  expect(permOf(join(out, 'ada-calm/.config/tmux/private.conf'))).toBe(0o600);
  expect(readFileSync(join(out, 'ada-calm/.hushlogin'), 'utf8')).toBe('linked\n');
  expect(readlinkSync(join(out, 'ada-calm/.elsewhere'))).toBe('/opt/elsewhere');
  remove();
});

it('a file that was removed is handed over as it was installed', async () => {
  const { home, around, remove } = makeHome();
  await installed(home, { '@ada/calm': [{ dest: '.tmux.conf', text: 'kept\n', perm: 0o640 }] });
  rmSync(join(home.root, '.tmux.conf'));
  const out = join(around, 'out');
  const { stderr } = await dotkit(['export', '--to', 'stow', '--out', out, '--root', home.root]);
  expect(stderr).toContain('.tmux.conf was removed here');
  expect(readFileSync(join(out, 'ada-calm/.tmux.conf'), 'utf8')).toBe('kept\n');
  remove();
});

it('never writes over what is there, and writes nothing on a dry run', async () => {
  const { home, around, remove } = makeHome();
  await installed(home, MODULES);
  const out = join(around, 'out');
  const run = (...more: string[]) =>
    dotkit(['export', '--to', 'stow', '--out', out, '--root', home.root, '--json', ...more]);
  expect((await run('--dry-run')).status).toBe(2);
  expect(() => lstatSync(out)).toThrow('ENOENT');
  mkdirSync(join(out, 'ada-calm/.config/tmux'), { recursive: true });
  writeFileSync(join(out, 'ada-calm/.config/tmux/tmux.conf'), 'my own\n');
  for (const more of [[], ['--force']]) {
    const { status, stdout } = await run(...more);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('out_exists');
  }
  expect(readFileSync(join(out, 'ada-calm/.config/tmux/tmux.conf'), 'utf8')).toBe('my own\n');
  expect((await dotkit(['export', '--root', home.root])).status).toBe(64);
  remove();
});
