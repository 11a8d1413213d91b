import { CliError, EXIT } from '../errors';
import { sameState, sha256Of } from '../plan/states';
import type { Change, FileState, Home, Sha256 } from '../types';
import { stateInHome } from './state-at';

/** A file of dotkit's own that changes together with the home: its new bytes, or null to remove it. */
export type OwnFile = { path: string; bytes: Buffer | null };

/** Nobody else needs to read what dotkit keeps. */
const PRIVATE = 0o600;

/** The changes that own files need, and their contents. What is the same already needs none. */
export function ownChanges(home: Home, files: readonly OwnFile[]): { changes: Change[]; made: Map<Sha256, Buffer> } {
  const made = new Map<Sha256, Buffer>();
  const changes: Change[] = [];
  for (const { path, bytes } of files) {
    const before = stateInHome(home, path);
    if (before.type !== 'file' && before.type !== 'absent') {
      throw new CliError('own_file_obstructed', EXIT.conflict, `${path} is no regular file. Move it away first.`);
    }
    const after: FileState =
      bytes === null ? { type: 'absent' } : { type: 'file', sha256: sha256Of(bytes), perm: PRIVATE };
    if (sameState(before, after)) continue;
    if (bytes !== null) made.set(sha256Of(bytes), bytes);
    changes.push({ path, before, after });
  }
  return { changes, made };
}
