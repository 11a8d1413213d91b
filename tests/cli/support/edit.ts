import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Change } from '@/cli/types';
import type { Texts } from './wishes';

/** A person who changes the home with other programs: no transaction, no lock, no care. */
export function edit(changes: readonly Change[], texts: Texts): void {
  const byPath = [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, before } of [...byPath].reverse()) {
    if (before.type !== 'absent') rmSync(path, { recursive: true, force: true });
  }
  for (const { path, after } of byPath) {
    if (after.type === 'absent') continue;
    mkdirSync(dirname(path), { recursive: true });
    if (after.type === 'folder') mkdirSync(path, { mode: 0o755 });
    if (after.type === 'link') symlinkSync(after.target, path);
    if (after.type !== 'file') continue;
    writeFileSync(path, texts.get(after.sha256) ?? '');
    chmodSync(path, after.perm);
  }
}
