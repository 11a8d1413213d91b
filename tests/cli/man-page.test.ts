import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { buildManual } from '@/cli/build.mjs';
import { COMMANDS } from '@/cli/program/definitions/commands';
import { COMMON_OPTIONS, EXIT_CODES } from '@/cli/program/definitions/common';

const page = join(mkdtempSync(join(tmpdir(), 'dotkit-man-')), 'dotkit.1');
const asTroff = (text: string) => text.replaceAll('-', '\\-');

it('the manual names every command, option and exit code, and begins no line with what troff would obey', async () => {
  await buildManual(page);
  const source = readFileSync(page, 'utf8');
  for (const { name, options = [] } of COMMANDS) {
    expect(source).toMatch(new RegExp(`^\\.SS \\\\fBdotkit ${name}\\\\fR`, 'm'));
    for (const { flags } of options) expect(source).toContain(asTroff(flags.replace(/ <.*/, '')));
  }
  for (const { flags } of COMMON_OPTIONS) expect(source).toContain(asTroff(flags.replace(/ <.*/, '')));
  for (const [code] of EXIT_CODES) expect(source).toContain(`\n\\fB${code}\\fR\n`);
  const requests = source.split('\n').filter((line) => /^[.']/.test(line));
  for (const request of requests) expect(request).toMatch(/^\.(?:TH|SH|SS|TP|PP)\b/);
});

it('groff sets it without a warning', async () => {
  await buildManual(page);
  const { error, status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', page], { encoding: 'utf8' });
  if (error !== undefined) {
    process.stdout.write('groff is not on this machine: the manual was checked for its words only.\n');
    return;
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  // Bold is a character struck twice.
  const parts = stripVTControlCharacters(stdout).split('\b');
  const text = parts.map((part, index) => (index < parts.length - 1 ? part.slice(0, -1) : part)).join('');
  expect(text).toContain('dotkit install @ada/prompt@^1.2 @tove/calm');
  expect(text).toContain('--allow-scripts');
});
