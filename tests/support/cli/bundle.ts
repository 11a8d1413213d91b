import { spawnSync } from 'node:child_process';
import { BIN } from './run-dotkit';

/** Runs the command once: its launcher bundles it when a source is newer. */
export default function bundle(): void {
  const { status, stderr } = spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`dotkit does not start: ${stderr}`);
}
