import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(process.env.DOTKIT_CORPORA ?? join(import.meta.dirname, '../../../../shared/corpora'));

/** The folder of third-party corpora, or null, with a line that says so, when this machine does not have it. */
export function corporaFolder(): string | null {
  if (existsSync(join(FOLDER, 'tar/ORACLE.json'))) return FOLDER;
  console.log(`corpora: ${FOLDER} is not here; tests that read it were not run (set DOTKIT_CORPORA)`);
  return null;
}

export type OracleRow = { file: string; entries: number; flags: string[]; class: 'malformed' | 'unsafe' | 'benign' };

export function oracle(folder: string): OracleRow[] {
  return JSON.parse(readFileSync(join(folder, 'tar/ORACLE.json'), 'utf8'));
}
