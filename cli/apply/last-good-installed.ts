import { ownPaths } from '../own-paths';
import type { Change, Home, Transaction } from '../types';
import type { Blobs } from './blobs';
import { parseInstalled } from './installed';
import { stateInHome } from './state-at';

/** The change that puts back what the newest transaction left as the list of installed modules; null when that is lost too. */
export function lastGoodInstalled(home: Home, blobs: Blobs, transactions: readonly Transaction[]): Change | null {
  const { installed: path } = ownPaths(home);
  const last = transactions.flatMap(({ changes }) => changes.filter((change) => change.path === path)).at(-1);
  if (last === undefined) return null;
  const { after } = last;
  const bytes = after.type === 'file' ? blobs.read(after.sha256) : null;
  const isGood = after.type === 'absent' || (bytes !== null && parseInstalled(bytes.toString('utf8')) !== null);
  return isGood ? { path, before: stateInHome(home, path), after } : null;
}
