import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fail, inRoot, ROOT, say, seconds } from './project.mjs';

const lockFile = inRoot('package-lock.json');
const record = inRoot('node_modules/.dotkit-lock');

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');
const readOr = (path, other) => (existsSync(path) ? readFileSync(path, 'utf8') : other);

function isInstalled() {
  const installed = inRoot('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const recorded = readOr(record, null);
  if (recorded !== null) return recorded === lockHash();
  return statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Arguments that run this npm, the one that called us where there is one. */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
}

/** Installs the dependencies when they are absent or older than the lock file. Ends the process when npm fails. */
export function ensureInstalled() {
  if (!isInstalled()) {
    const started = performance.now();
    say('installing dependencies (npm install)');
    const [command, ...first] = npmCommand();
    // Without `include=dev`, NODE_ENV=production would leave out the engines and the build tools.
    const args = [...first, 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (status !== 0) fail('npm install failed; see its message above.');
    say(`dependencies installed (${seconds(started)})`);
  }
  // A fresh file: copies of the repository may share theirs by hard links.
  rmSync(record, { force: true });
  writeFileSync(record, lockHash());
}
