import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '@/cli/program/definitions/commands';
import { BIN, dotkit } from '../support/cli/run-dotkit';

const emptyHome = mkdtempSync(join(tmpdir(), 'dotkit-main-'));
const ESCAPE = '\u001b';

const CONTRACT =
  'login logout whoami search info install uninstall update outdated list status diff verify rollback history doctor init pack publish yank export';

it('has every command of the contract', () => {
  expect(COMMANDS.map(({ name }) => name).sort()).toEqual([...CONTRACT.split(' '), 'completion'].sort());
});

it('the help lists every command, and each has one of its own with examples', async () => {
  const { status, stdout } = await dotkit(['--help']);
  expect(status).toBe(0);
  for (const { name, summary } of COMMANDS) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(stdout.replace(/\s+/g, ' ')).toContain(summary);
  }
  const helps = await Promise.all(COMMANDS.map(({ name }) => dotkit([name, '--help'])));
  for (const [index, help] of helps.entries()) {
    expect(help.status).toBe(0);
    for (const [line] of COMMANDS[index]?.examples ?? []) expect(help.stdout).toContain(line);
    for (const { flags } of COMMANDS[index]?.options ?? []) expect(help.stdout).toContain(flags);
    expect(help.stdout).toContain('--dry-run');
  }
  expect((await dotkit(['help', 'pack'])).stdout).toBe((await dotkit(['pack', '--help'])).stdout);
});

it('without a word it shows the help', async () => {
  expect(await dotkit([])).toMatchObject({ status: 0, stdout: (await dotkit(['--help'])).stdout, stderr: '' });
});

it.each<[string[], RegExp]>([
  [['instal', '@a/b'], /Unknown command 'instal'\.\n {2}Did you mean install\?/],
  [['pack', '--jsn'], /Unknown option '--jsn'\.\n {2}Did you mean --json\?/],
  [['uninstall'], /Missing required argument 'ref'\./],
  [['list', 'more'], /Too many arguments for 'list'/],
  [['search', '--kind', 'prompts'], /'prompts' is invalid/],
  [['publish', '--token'], /argument missing/],
  [['pack', '--root', '/nowhere/at/all', '--nonsense'], /Unknown option '--nonsense'/],
])('%j is a usage error that says what is wrong', async (args, said) => {
  const { status, stdout, stderr } = await dotkit(args);
  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).toMatch(said);
  const asJson = await dotkit(['--json', ...args]);
  const document = JSON.parse(asJson.stdout);
  expect(asJson).toMatchObject({ status: 64, stderr: '' });
  expect(document).toEqual({ error: { code: 'usage', message: expect.any(String), details: expect.any(Array) } });
});

it('nothing that was typed reaches the terminal as a command to it', async () => {
  const { stderr } = await dotkit([`${ESCAPE}]0;title\u0007${ESCAPE}[2Jlist\u202e`]);
  expect(stderr).toContain("Unknown command 'list'");
  expect(stderr).not.toContain(ESCAPE);
  expect(stderr).not.toContain('\u202e');
});

it('common options are understood before the command and after it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-before-'));
  const before = await dotkit(['--json', '--registry', 'http://127.0.0.1:1', 'pack', folder]);
  const after = await dotkit(['pack', folder, '--registry', 'http://127.0.0.1:1', '--json']);
  expect(before).toEqual(after);
  expect(JSON.parse(before.stdout)).toMatchObject({ error: { code: 'no_manifest' } });
});

it('colours are for those who want them', async () => {
  const colours = async (args: string[], env: Record<string, string>) =>
    (await dotkit(['instal', ...args], { env })).stderr.includes(ESCAPE);
  expect(await colours([], {})).toBe(false);
  expect(await colours([], { FORCE_COLOR: '1' })).toBe(true);
  expect(await colours([], { FORCE_COLOR: '0' })).toBe(false);
  expect(await colours([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  expect(await colours(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
});

it('a reader that leaves early breaks nothing', async () => {
  const child = spawn(process.execPath, [BIN, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('a registry that is none, and a home that is none, are refused', async () => {
  const codeOf = async (args: string[], env: Record<string, string> = {}) => {
    const { status, stdout } = await dotkit([...args, '--json'], { env: { HOME: emptyHome, ...env } });
    return [status, (JSON.parse(stdout) as { error: { code: string } }).error.code];
  };
  expect(await codeOf(['yank', '@a/b@1.0.0', '--reason', 'x', '--registry', 'ftp://x'])).toEqual([
    64,
    'registry_invalid',
  ]);
  expect(await codeOf(['yank', '@a/b@1.0.0', '--reason', 'x'], { DOTKIT_REGISTRY: 'nonsense' })).toEqual([
    64,
    'registry_invalid',
  ]);
  expect(await codeOf(['export', '--to', 'stow', '--root', '/nowhere/at/all'])).toEqual([64, 'no_home']);
});
