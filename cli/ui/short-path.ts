import { relative } from 'node:path';
import { isWithin } from '../own-paths';
import type { Home } from '../types';

/** A path as people write it: `~/…` in the home that is worked in. */
export const shortPath = (home: Home, path: string): string =>
  isWithin(home.root, path) ? `~/${relative(home.root, path)}` : path;
