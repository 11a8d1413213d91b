import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { CliError, EXIT } from '@/cli/errors';
import { explained } from '@/cli/program/run';
import { wantsColours } from '@/cli/ui/terminal';

it('a bug is an apology that shows nothing of itself', () => {
  const { code, exitCode, message, details } = explained(new TypeError('secret of the inside'));
  expect({ code, exitCode, details }).toEqual({ code: 'internal', exitCode: 1, details: [] });
  expect(message).not.toContain('secret');
  expect(message).not.toContain('\n');
});

it('what the system refuses is said in its own words', () => {
  const { error } = spawnSync('/nowhere/at/all');
  expect(explained(error)).toMatchObject({ code: 'system', exitCode: 1, message: expect.stringContaining('ENOENT') });
});

it('an expected refusal is passed on as it is', () => {
  const refusal = new CliError('conflict', EXIT.conflict, 'Two modules want it.', ['~/.zshrc']);
  expect(explained(refusal)).toBe(refusal);
});

it.each([
  [true, false, {}, true],
  [false, false, {}, false],
  [true, true, {}, false],
  [true, false, { NO_COLOR: '1' }, false],
  [true, false, { NO_COLOR: '' }, true],
  [true, false, { TERM: 'dumb' }, false],
  [false, false, { FORCE_COLOR: '1' }, true],
  [true, false, { FORCE_COLOR: 'false' }, false],
  [false, false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('terminal %s, --no-color %s, %j: colours %s', (isTerminal, noColor, env, wanted) => {
  expect(wantsColours(isTerminal, noColor, { NODE_ENV: 'test', ...env })).toBe(wanted);
});
