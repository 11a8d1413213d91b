import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** Parsed JSON of a file, or null when the file is absent or half-written by something that is not us. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Replaces a file in one step, readable by its owner alone; after a crash there is the old text or the new one. */
export function writePrivateJson(path, value) {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}
