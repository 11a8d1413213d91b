import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Blobs, openBlobs } from '../apply/blobs';
import { openDisk } from '../apply/disk';
import { runLocked, type Session, settle } from '../apply/run-locked';
import type { Context } from '../context';
import type { BlobSink } from '../registry/fetch-request';
import type { Contents, Disk, Home, ReadyModule } from '../types';

/** Where a plan is made: what is fetched goes into `blobs` and below `fetchHome`. `session` is null where nothing may be written. */
export type Workspace = {
  session: Session | null;
  fetchHome: Home;
  blobs: BlobSink;
  contents: Contents;
  disk: Disk;
  /** A fetched module as it would lie in the home itself. */
  atHome: (module: ReadyModule) => ReadyModule;
};

const sinkOf = (blobs: Blobs): BlobSink => ({
  putBytes: (bytes) => blobs.putBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  putFile: (path) => blobs.putFile(path),
});

const inside = (session: Session): Workspace => ({
  session,
  fetchHome: session.home,
  blobs: sinkOf(session.blobs),
  contents: session.blobs,
  disk: session.disk,
  atHome: (module) => module,
});

/** A look at what would be: archives are unpacked in a folder that goes again, and only a cache that is there already is used. */
async function inScratch<T>(context: Context, work: (space: Workspace) => Promise<T>): Promise<T> {
  const { home } = context;
  await settle(context);
  const scratch = mkdtempSync(join(tmpdir(), 'dotkit-look-'));
  try {
    const data = join(scratch, 'data');
    const cache = existsSync(home.own.cache) ? home.own.cache : join(scratch, 'cache');
    const fetchHome: Home = { ...home, own: { ...home.own, data, cache } };
    const [kept, fetched] = [openBlobs(home), openBlobs(fetchHome)];
    return await work({
      session: null,
      fetchHome,
      blobs: sinkOf(fetched),
      contents: { read: (sha256) => fetched.read(sha256) ?? kept.read(sha256) },
      disk: openDisk(home),
      atHome: (module) => ({ ...module, storeFolder: module.storeFolder.replace(data, home.own.data) }),
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Works on the home under its lock, or, with `--dry-run`, beside it, leaving no trace in it. */
export const withWorkspace = <T>(context: Context, work: (space: Workspace) => Promise<T>): Promise<T> =>
  context.options.dryRun ? inScratch(context, work) : runLocked(context, (session) => work(inside(session)));

/** For commands that only look, whatever the options say. */
export const withScratch = inScratch;
