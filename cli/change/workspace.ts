import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openBlobs } from '../apply/blobs';
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

const inside = (session: Session): Workspace => ({
  session,
  fetchHome: session.home,
  blobs: session.blobs,
  contents: session.blobs,
  disk: session.disk,
  atHome: (module) => module,
});

/** The same home, with what is fetched going elsewhere. A cache that is there already is used, and none is made. */
function homeIn(scratch: string, home: Home): Home {
  const hasCache = existsSync(home.own.cache);
  const dirs = { ...home.dirs, data: scratch, cache: hasCache ? home.dirs.cache : scratch };
  const cache = hasCache ? home.own.cache : join(scratch, 'cache');
  return { ...home, dirs, own: { ...home.own, data: join(scratch, 'data'), cache } };
}

/** A look at what would be: archives are unpacked in a folder that goes again. For commands that only look, whatever the options say. */
export async function withScratch<T>(context: Context, work: (space: Workspace) => Promise<T>): Promise<T> {
  const { home } = context;
  await settle(context);
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'dotkit-look-')));
  try {
    const fetchHome = homeIn(scratch, home);
    const [kept, fetched] = [openBlobs(home), openBlobs(fetchHome)];
    return await work({
      session: null,
      fetchHome,
      blobs: fetched,
      contents: { read: (sha256) => fetched.read(sha256) ?? kept.read(sha256) },
      disk: openDisk(home),
      atHome: (module) => ({ ...module, storeFolder: module.storeFolder.replace(fetchHome.own.data, home.own.data) }),
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Works on the home under its lock, or, with `--dry-run`, beside it, leaving no trace in it. */
export const withWorkspace = <T>(context: Context, work: (space: Workspace) => Promise<T>): Promise<T> =>
  context.options.dryRun ? withScratch(context, work) : runLocked(context, (session) => work(inside(session)));
