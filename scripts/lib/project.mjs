import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root; every script works from there, wherever it was called. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const inRoot = (...parts) => join(ROOT, ...parts);

/** One line of progress. On stderr: the stdout of some commands is their result. */
export const say = (line) => process.stderr.write(`dotkit: ${line}\n`);

/** Ends the command with a sentence instead of a stack. */
export function fail(message, code = 1) {
  process.stderr.write(`dotkit: ${message}\n`);
  process.exit(code);
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`this needs Node.js 20.19 or later; this is ${process.versions.node}.`);
