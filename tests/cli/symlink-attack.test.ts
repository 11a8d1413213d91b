import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runLocked } from '@/cli/apply/run-locked';
import { stateAt } from '@/cli/apply/state-at';
import { commit } from '@/cli/apply/transaction';
import { CliError } from '@/cli/errors';
import { sha256Of } from '@/cli/plan/states';
import type { Change, FileState } from '@/cli/types';
import { makeContext, makeHome, temporaryFolder } from './support/context';

/** Swaps a folder for a link to another place and back, as fast as one process can, until it is told to stop. */
const ATTACKER = `
const fs = require('node:fs');
const [work, outside] = process.argv.slice(1);
const quietly = (step) => { try { step(); } catch {} };
process.stdout.write('ready');
for (;;) {
  quietly(() => fs.renameSync(work, work + '.aside'));
  quietly(() => fs.symlinkSync(outside, work));
  quietly(() => fs.unlinkSync(work));
  quietly(() => fs.renameSync(work + '.aside', work));
}`;

/** Puts a file and a link at one path in turn. */
const SHAPE_SHIFTER = `
const fs = require('node:fs');
const [path] = process.argv.slice(1);
fs.writeFileSync(path, 'x');
process.stdout.write('ready');
for (;;) {
  fs.symlinkSync('elsewhere', path + '.next');
  fs.renameSync(path + '.next', path);
  fs.writeFileSync(path + '.next', 'x');
  fs.renameSync(path + '.next', path);
}`;

async function beside(program: string, args: readonly string[], act: () => Promise<void>): Promise<void> {
  const attacker = spawn(process.execPath, ['-e', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(attacker.stdout, 'data');
  try {
    await act();
  } finally {
    attacker.kill('SIGKILL');
    await once(attacker, 'close');
  }
}

const ATTEMPTS = 400;
const PATIENCE_MS = 50_000;

it('writes nothing through a folder that is swapped for a link while it works', async () => {
  const home = makeHome();
  const outside = temporaryFolder();
  const work = join(home.root, 'work');
  mkdirSync(work);
  const bytes = Buffer.from('from a module');
  const file: FileState = { type: 'file', sha256: sha256Of(bytes), perm: 0o644 };
  const made = new Map([[file.sha256, bytes]]);
  const outcome = { written: 0, refused: 0 };
  await beside(ATTACKER, [work, outside], async () => {
    for (let at = 0; at < ATTEMPTS; at += 1) {
      const changes: Change[] = [
        { path: join(work, `file-${at}`), before: { type: 'absent' }, after: file },
        { path: join(work, `link-${at}`), before: { type: 'absent' }, after: { type: 'link', target: 'x' } },
        { path: join(work, `folder-${at}`), before: { type: 'absent' }, after: { type: 'folder', perm: 0o700 } },
      ];
      try {
        await runLocked(makeContext(home), (session) =>
          commit(session, { action: 'install', modules: [], changes, made }),
        );
        outcome.written += 1;
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        expect(error.exitCode).toBe(3);
        outcome.refused += 1;
      }
    }
  });
  expect(readdirSync(outside)).toEqual([]);

  // The same attack on a program that only looks first must succeed, or it shows nothing.
  let escaped = 0;
  await beside(ATTACKER, [work, outside], async () => {
    // On a busy machine the two may share a core, and take turns seldom.
    const deadline = performance.now() + PATIENCE_MS;
    for (let at = 0; escaped === 0 && performance.now() < deadline; at += 1) {
      if (stateAt(work).type !== 'folder') continue;
      try {
        writeFileSync(join(work, `careless-${at}`), 'x');
      } catch {}
      escaped = readdirSync(outside).length;
    }
  });
  expect(escaped).toBeGreaterThan(0);
  console.log(
    `${ATTEMPTS} transactions under attack: ${outcome.written} done, ${outcome.refused} refused, 0 writes outside; the careless writer escaped`,
  );
  rmSync(`${work}.aside`, { recursive: true, force: true });
});

it('has an answer for a path that changes its kind while it is looked at', async () => {
  const path = join(temporaryFolder(), 'shape');
  const seen = { absent: 0, file: 0, folder: 0, link: 0, other: 0 };
  await beside(SHAPE_SHIFTER, [path], async () => {
    const deadline = performance.now() + PATIENCE_MS;
    while ((seen.file < 1_000 || seen.link < 1_000) && performance.now() < deadline) {
      seen[stateAt(path).type] += 1;
    }
  });
  expect(seen).toMatchObject({ absent: 0, folder: 0 });
  expect(Math.min(seen.file, seen.link)).toBe(1_000);
  console.log(`a path of changing kind: ${seen.file} times a file, ${seen.link} a link, ${seen.other} neither`);
});
