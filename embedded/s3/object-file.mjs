import { closeSync, constants, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * One object is one file, so that one rename makes both its bytes and its description appear:
 *   bytes · description as JSON · its length (uint32) · mark
 */
const MARK = 0x444b4f31;
const FOOTER_BYTES = 8;

/** Writes an object file at `path`: call `write` for each piece, then `finish(description)`, or `discard()`. */
export async function createObjectFile(path) {
  const file = await open(path, 'wx', 0o600);
  return {
    write: (piece) => file.write(piece),
    async finish(description) {
      const json = Buffer.from(JSON.stringify(description));
      const footer = Buffer.alloc(FOOTER_BYTES);
      footer.writeUInt32BE(json.length, 0);
      footer.writeUInt32BE(MARK, 4);
      await file.write(Buffer.concat([json, footer]));
      // Before the rename: a name must never point at bytes that a crash can still take away.
      await file.sync();
      await file.close();
    },
    discard: () => file.close().catch(() => {}),
  };
}

/** Opens an object file: `{file, description}`, or null when there is none. The caller closes `file`. */
export async function openObjectFile(path) {
  let file;
  try {
    file = await open(path, constants.O_RDONLY);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return { file, description: await readDescription(file) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readDescription(file) {
  const { size } = await file.stat();
  const footer = Buffer.alloc(FOOTER_BYTES);
  await file.read(footer, 0, FOOTER_BYTES, Math.max(0, size - FOOTER_BYTES));
  const length = footer.readUInt32BE(0);
  if (footer.readUInt32BE(4) !== MARK || length > size) throw new Error('The object file is damaged.');
  const json = Buffer.alloc(length);
  await file.read(json, 0, length, size - FOOTER_BYTES - length);
  return JSON.parse(json.toString('utf8'));
}

/** A rename is durable only when its directory is. */
export function syncDirectory(path) {
  const directory = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
