import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBlobs } from '@/cli/apply/blobs';
import { readInstalled } from '@/cli/apply/installed';
import { listBlobs } from '@/cli/apply/list-blobs';
import { takeLock } from '@/cli/apply/process-lock';
import { runLocked } from '@/cli/apply/run-locked';
import { doctor } from '@/cli/commands/doctor';
import { rollback } from '@/cli/commands/rollback';
import { verify } from '@/cli/commands/verify';
import { ownPaths } from '@/cli/own-paths';
import { bytesOf, sha256Of } from '@/cli/plan/states';
import { makeContext, makeHome, writeInHome } from './support/context';
import { installModule, REF } from './support/installed';

async function home() {
  const made = makeHome({ a: 'mine\n' });
  await installModule(made, [{ dest: 'a', text: 'theirs\n' }]);
  return made;
}

const checks = ({ json }: Awaited<ReturnType<typeof doctor>>) =>
  (json as { ailments: { check: string }[] }).ailments.map(({ check }) => check);

it('finds a healthy home healthy', async () => {
  const made = await home();
  const outcome = await doctor(makeContext(made), [], {});
  expect(checks(outcome)).toEqual([]);
  expect(outcome.exitCode).toBe(0);
  expect(await verify(makeContext(made), [], {})).toEqual({ exitCode: 0, json: { findings: [] } });
});

it('names open folders and credentials, broken settings, leftovers and lost contents, each with advice', async () => {
  const made = await home();
  const { credentials, config, lock } = ownPaths(made);
  writeFileSync(credentials, '{}');
  chmodSync(credentials, 0o644);
  chmodSync(made.own.data, 0o755);
  writeFileSync(config, '{');
  writeFileSync(lock, '<<<<<<< ours');
  writeInHome(made, '.dotkit-0123456789ab-0123456789abcdef.tmp', 'half');
  rmSync(openBlobs(made).pathOf(sha256Of(bytesOf('mine\n'))));
  const context = makeContext(made);
  const outcome = await doctor(context, [], {});
  expect(outcome.exitCode).toBe(1);
  expect(checks(outcome)).toEqual(['folders', 'credentials', 'lock file', 'settings', 'contents', 'leftovers']);
  expect(context.said.lines.join('\n')).toContain(`chmod 600 ${credentials}`);
});

it('puts a damaged list of modules back from the history', async () => {
  const made = await home();
  const { installed } = ownPaths(made);
  const good = readFileSync(installed, 'utf8');
  writeFileSync(installed, good.slice(0, 100));
  expect(() => readInstalled(made)).toThrow(expect.objectContaining({ code: 'installed_damaged', exitCode: 4 }));
  expect(checks(await doctor(makeContext(made), [], {}))).toEqual(['state']);
  expect((await doctor(makeContext(made, { yes: true }), [], {})).exitCode).toBe(0);
  expect(readFileSync(installed, 'utf8')).toBe(good);
});

it('says who holds the lock, and tells of a journal and a history that cannot be read', async () => {
  const made = await home();
  const lock = takeLock(made);
  const context = makeContext(made);
  expect(checks(await doctor(context, [], {}))).toEqual(['process lock']);
  expect(context.said.lines[0]).toContain(String(process.pid));
  lock.release();
  const { journal, transactions } = ownPaths(made);
  writeFileSync(journal, 'garbage', { mode: 0o600 });
  expect(checks(await doctor(makeContext(made), [], {}))).toEqual(['journal']);
  expect(readFileSync(journal, 'utf8')).toBe('garbage');
  rmSync(journal);
  writeFileSync(join(transactions, '000001.json'), '{}');
  expect(checks(await doctor(makeContext(made), [], {}))).toEqual(['history']);
});

it('prunes what nothing names, and every way back stays open', async () => {
  const made = await home();
  const unused = await runLocked(makeContext(made), ({ blobs }) => blobs.putBytes(Buffer.from('declined')));
  const stale = join(ownPaths(made).store, 'ada', 'calm', '0.9.0-aaaaaaaaaaaa');
  mkdirSync(stale, { recursive: true });
  writeFileSync(join(stale, 'x'), 'x');
  const outcome = await doctor(makeContext(made), [], { prune: true });
  expect(outcome.json).toMatchObject({ pruned: { contents: 1, storeFolders: 1, leftovers: 0 } });
  expect(listBlobs(made)).not.toContain(unused);
  expect((await rollback(makeContext(made, { yes: true }), ['0'], {})).exitCode).toBe(0);
  expect(readFileSync(join(made.root, 'a'), 'utf8')).toBe('mine\n');
  expect((await rollback(makeContext(made, { yes: true }), ['1'], {})).exitCode).toBe(0);
  expect(readFileSync(join(made.root, 'a'), 'utf8')).toBe('theirs\n');
});

it('verifies contents by their hash: damage ends with 4, drift with 1', async () => {
  const made = await home();
  writeInHome(made, 'a', 'edited\n');
  expect(await verify(makeContext(made), [], {})).toMatchObject({
    exitCode: 1,
    json: { findings: [{ level: 'drift' }] },
  });
  writeFileSync(openBlobs(made).pathOf(sha256Of(bytesOf('theirs\n'))), 'THEIRS\n');
  expect(await verify(makeContext(made), [REF], {})).toMatchObject({ exitCode: 4 });
  const again = await runLocked(makeContext(made), ({ blobs }) => blobs.putBytes(Buffer.from('theirs\n')));
  expect(openBlobs(made).read(again)?.toString()).toBe('theirs\n');
  expect((await verify(makeContext(made), [], {})).exitCode).toBe(1);
});

it('verifies what links lead to', async () => {
  const made = makeHome();
  const target = join(ownPaths(made).store, 'ada', 'calm', '1.0.0-000000000000', 'rc');
  await installModule(made, [{ dest: 'rc', mode: 'link', text: 'rc\n', after: { type: 'link', target } }]);
  expect(checks(await doctor(makeContext(made), [], {}))).toEqual(['links']);
  expect((await verify(makeContext(made), [], {})).exitCode).toBe(4);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, 'rc\n');
  expect((await verify(makeContext(made), [], {})).exitCode).toBe(0);
  writeFileSync(target, 'rd\n');
  expect((await verify(makeContext(made), [], {})).exitCode).toBe(4);
  writeFileSync(target, 'rc\n');
  symlinkSync('/etc/passwd', join(target, '..', 'more'));
  expect((await verify(makeContext(made), [], {})).exitCode).toBe(4);
});
