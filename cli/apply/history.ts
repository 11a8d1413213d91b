import { readdirSync } from 'node:fs';
import { ownPaths } from '../own-paths';
import type { Home, Transaction } from '../types';
import { errnoOf } from './errno';
import { readJournalFile, transactionPath } from './journal';

const FILE = /^(\d{6,15})\.json$/;

/** The ids of all finished transactions, oldest first. */
export function transactionIds(home: Home): number[] {
  try {
    return readdirSync(ownPaths(home).transactions)
      .flatMap((name) => FILE.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** One finished transaction; null when there is none of that id. Errors: `history_damaged` (integrity). */
export const readTransaction = (home: Home, id: number): Transaction | null =>
  readJournalFile(transactionPath(home, id))?.transaction ?? null;

/** The finished transactions after `since` (0: all), oldest first. Errors: `history_damaged` (integrity). */
export const readHistory = (home: Home, since = 0): Transaction[] =>
  transactionIds(home)
    .filter((id) => id > since)
    .flatMap((id) => readTransaction(home, id) ?? []);
