import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { judge, themeEntries } from './judge';
import { entry, gz, pax, tarOf } from './tar-bytes';

type OldTar = { x: (options: { file: string; cwd: string; sync: boolean }) => void };

export type ControlFigures = { archives: number; escapes: number; accepted: number };

/** Archives that aim at the folder `out`, which lies beside the one in which they are unpacked. */
function hostile(out: string): Buffer[] {
  const theme = themeEntries();
  const folder = (name: string) => entry({ name, type: '5', mode: 0o755 });
  const link = (name: string, target: string) => entry({ name, type: '2', link: target });
  const file = (name: string) => entry({ name, body: 'escaped' });
  return [
    tarOf(...theme, file(`//${out}/slashes`)),
    tarOf(...theme, file(`////${out}/more-slashes`)),
    tarOf(...theme, pax({ path: `//${out}/pax-slashes` }), file('x')),
    tarOf(...theme, folder('d'), link('d', out), file('d/cache')),
    tarOf(...theme, folder('D'), link('D', out), file('D/cache-upper')),
    tarOf(...theme, folder('d/'), link('d', out), file('d/cache-slash')),
    tarOf(...theme, folder('d\\'), link('d\\', out), file('d\\/backslash')),
    tarOf(...theme, folder('ß'), link('ß', out), file('SS/folded')),
    tarOf(...theme, link('l', out), file('l/link')),
    tarOf(...theme, file('../out/parent')),
    tarOf(...theme, file('a/../../out/parent-inside')),
    tarOf(...theme, entry({ name: 'h', type: '1', link: `${out}/hard` }), file('h')),
  ].map((tar) => gz(tar));
}

/**
 * The positive control: the same hostile archives are unpacked with tar 6.1.0, whose escapes are published. A run in which that
 * version lets none out proves nothing about the verifier either. Everything happens in a temporary folder.
 */
export async function runControl(): Promise<ControlFigures> {
  const old: OldTar = createRequire(import.meta.url)('tar-6-1-0');
  const root = mkdtempSync(join(tmpdir(), 'dotkit-control-'));
  const figures: ControlFigures = { archives: 0, escapes: 0, accepted: 0 };
  try {
    const out = join(root, 'out');
    for (const [index, packed] of hostile(out).entries()) {
      const cwd = join(root, `in-${index}`);
      const file = join(root, `${index}.tgz`);
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      mkdirSync(cwd);
      writeFileSync(file, packed);
      try {
        old.x({ file, cwd, sync: true });
      } catch {
        // A refusal by the old version is an answer as well.
      }
      figures.archives += 1;
      if (existsSync(out) && readdirSync(out).length > 0) figures.escapes += 1;
      if ((await judge(packed)).ok) figures.accepted += 1;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return figures;
}
