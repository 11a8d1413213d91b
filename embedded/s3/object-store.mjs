import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { S3Error } from './errors.mjs';
import { createObjectFile, openObjectFile, syncDirectory } from './object-file.mjs';

const STALE_UPLOAD_MS = 24 * 3600 * 1000;

/**
 * Objects of one bucket on disk. A key is never part of a path: its file is named by the key's sha256, so that no key
 * can leave the directory, clash with another as file and folder, or be too long for the file system.
 */
export class ObjectStore {
  #root;
  #keys = new Set();
  #loaded = null;

  constructor(root) {
    this.#root = root;
    rmSync(join(root, 'tmp'), { recursive: true, force: true });
    for (const part of ['tmp', 'objects', 'multipart']) mkdirSync(join(root, part), { recursive: true, mode: 0o700 });
    for (const upload of readdirSync(join(root, 'multipart'))) {
      const path = join(root, 'multipart', upload);
      if (Date.now() - statSync(path).mtimeMs > STALE_UPLOAD_MS) rmSync(path, { recursive: true, force: true });
    }
  }

  get multipartRoot() {
    return join(this.#root, 'multipart');
  }

  #pathOf(key) {
    const name = createHash('sha256').update(key).digest('hex');
    return join(this.#root, 'objects', name.slice(0, 2), name);
  }

  /** `{file, description}` or null; the caller closes `file`. */
  open(key) {
    return openObjectFile(this.#pathOf(key));
  }

  /** The description of an object, or null. */
  async describe(key) {
    const opened = await this.open(key);
    await opened?.file.close();
    return opened?.description ?? null;
  }

  /**
   * Writes an object whole or not at all. `fill(write)` sends the bytes and returns the description;
   * `precondition(present)` is asked at the start and again in the very step that makes the object visible.
   */
  async put(key, fill, precondition = () => {}) {
    precondition(await this.describe(key));
    const temporary = join(this.#root, 'tmp', randomUUID());
    const draft = await createObjectFile(temporary);
    try {
      const description = { key, modified: new Date().toISOString(), ...(await fill(draft.write)) };
      await draft.finish(description);
      await this.#commit(key, temporary, precondition);
      return description;
    } catch (error) {
      await draft.discard();
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  /** Writers of one key take turns: between the last look at the present object and the rename nobody else may come. */
  #turns = new Map();

  async #commit(key, temporary, precondition) {
    const before = this.#turns.get(key) ?? Promise.resolve();
    const mine = before.then(async () => {
      precondition(await this.describe(key));
      const path = this.#pathOf(key);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      renameSync(temporary, path);
      syncDirectory(dirname(path));
      this.#keys.add(key);
    });
    const settled = mine.catch(() => {});
    this.#turns.set(key, settled);
    try {
      await mine;
    } finally {
      if (this.#turns.get(key) === settled) this.#turns.delete(key);
    }
  }

  /** Removes an object; an absent one is fine. */
  remove(key) {
    const path = this.#pathOf(key);
    rmSync(path, { force: true });
    this.#keys.delete(key);
  }

  /**
   * All keys in the order of their bytes; one that was removed meanwhile may still be among them.
   * The first call reads the directory, later ones a set kept in memory.
   */
  async keys() {
    this.#loaded ??= this.#readKeys();
    await this.#loaded;
    return [...this.#keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }

  async #readKeys() {
    for (const part of await readdir(join(this.#root, 'objects'))) {
      for (const name of await readdir(join(this.#root, 'objects', part))) {
        const opened = await openObjectFile(join(this.#root, 'objects', part, name));
        if (!opened) continue;
        this.#keys.add(opened.description.key);
        await opened.file.close();
      }
    }
  }
}

/** The precondition that a request's headers ask of the object at its key. */
export function writePrecondition(headers) {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw new S3Error('NotImplemented', 'A write understands If-None-Match only with *.');
  return (present) => {
    const fails = (ifNoneMatch === '*' && present) || (ifMatch !== undefined && !sameEtag(present?.etag, ifMatch));
    if (fails) throw new S3Error('PreconditionFailed', 'At least one of the preconditions did not hold.');
  };
}

/** Whether an entity tag is in a header's list. */
export function sameEtag(etag, header) {
  if (header.trim() === '*') return etag !== undefined;
  return header.split(',').some((tag) => tag.trim().replace(/^(?:W\/)?"?|"?$/g, '') === etag);
}
