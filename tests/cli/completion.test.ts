import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '@/cli/program/definitions/commands';
import { BIN, dotkit } from '../support/cli/run-dotkit';

const home = mkdtempSync(join(tmpdir(), 'dotkit-completion-'));
const state = join(home, '.local/state/dotkit');
mkdirSync(state, { recursive: true });

const receipt = (ref: string) => ({
  ref,
  version: '1.0.0',
  integrity: `sha256-${Buffer.alloc(32).toString('base64')}`,
  kind: 'prompt',
  title: ref,
  range: '*',
  dependencies: {},
  capabilities: { runs: [], network: [], root: false, labels: [] },
  claims: [],
  hooks: {},
  storeFolder: join(home, '.local/share/dotkit/store/x'),
  writes: [],
});
const modules = Object.fromEntries(['@ada/prompt', '@ada/plain', '@tove/calm'].map((ref) => [ref, receipt(ref)]));
writeFileSync(join(state, 'installed.json'), JSON.stringify({ formatVersion: 1, modules, shared: {}, folders: [] }));

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;
const scriptOf = async (shell: string) => (await dotkit(['completion', shell])).stdout;

/** What bash's own completion function answers for a line with the cursor at its end. */
function inBash(script: string, line: string): string[] {
  const program = `dotkit() { ${JSON.stringify(process.execPath)} ${JSON.stringify(BIN)} "$@"; }
${script}
COMP_LINE=${JSON.stringify(line)} COMP_POINT=${line.length} COMP_WORDS=(dotkit) COMP_CWORD=1
_dotkit
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', program], {
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: home },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((word) => word !== '');
}

it('bash completes commands, options, values and installed modules', async () => {
  const script = await scriptOf('bash');
  const complete = (line: string) => inBash(script, line);
  expect(complete('dotkit ')).toEqual(expect.arrayContaining([...COMMANDS.map(({ name }) => name), 'help']));
  expect(complete('dotkit un')).toEqual(['uninstall']);
  expect(complete('dotkit --root /tmp --json un')).toEqual(['uninstall']);
  expect(complete('dotkit uninstall @ada/')).toEqual(['@ada/plain', '@ada/prompt']);
  expect(complete('dotkit update @tove/calm @')).toEqual(['@ada/plain', '@ada/prompt', '@tove/calm']);
  expect(complete('dotkit remove @t')).toEqual(['@tove/calm']);
  expect(complete('dotkit search --ki')).toEqual(['--kind']);
  expect(complete('dotkit search --kind co')).toEqual(['color-theme']);
  expect(complete('dotkit export --to ')).toEqual(['chezmoi', 'stow']);
  expect(complete('dotkit completion f')).toEqual(['fish']);
  expect(complete('dotkit help pa')).toEqual(['pack']);
  expect(complete('dotkit list --dry')).toEqual(['--dry-run']);
  // Nothing offered: readline goes on with file names.
  expect(complete('dotkit pack ./')).toEqual([]);
  expect(complete('dotkit install * ')).toEqual([]);
});

it.each(['zsh', 'fish'])(
  '%s takes the script without complaint, and it names every command and option',
  async (shell) => {
    const script = await scriptOf(shell);
    for (const { name, options = [] } of COMMANDS) {
      expect(script).toContain(name);
      for (const { flags } of options) {
        const long = /--([\w-]+)/.exec(flags)?.[1] ?? '';
        expect(script).toContain(shell === 'fish' ? `-l ${long}` : `--${long}`);
      }
    }
    if (!isThere(shell)) {
      process.stdout.write(`${shell} is not on this machine: its script was checked for its words only.\n`);
      return;
    }
    const { status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
);

it('asks in words when the shell is another', async () => {
  const { status, stdout } = await dotkit(['completion', 'tcsh', '--json']);
  expect(status).toBe(64);
  expect(JSON.parse(stdout).error.message).toContain('tcsh');
});
