import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';
import { entry, tarOf } from '../support/archives/tar-bytes';
import { startRegistry } from '../support/cli/registry';
import { temporaryFolder } from './support/context';

const MIB = 2 ** 20;
/** Less than what is unpacked, and as much as the garbage that Node lets gather outside of its heap. */
const MAX_GROWTH_MIB = 72;
const ROOT = join(import.meta.dirname, '../..');

it('the largest archive, with one file as large as it, needs no more memory than a small one and a few chunks', async () => {
  const registry = await startRegistry();
  const names = Array.from({ length: 40 }, (_, at) => `part-${at}.bin`);
  const files = ['huge.bin', ...names].map((src) => ({ src, dest: `{data}/large/${src}` }));
  const manifest = { ...SAMPLES['shell-plugin'], name: '@bench/large', files };
  const noise = randomBytes(9 * MIB);
  const pieces = [
    entry({ name: 'dotkit.json', body: JSON.stringify(manifest) }),
    entry({ name: 'huge.bin', body: noise }),
    ...names.map((name) => entry({ name, body: randomBytes(MIB / 4) })),
    // What packs well makes the unpacked side five times the packed one.
    entry({ name: 'notes.bin', body: Buffer.alloc(60 * MIB, 'dotkit ') }),
  ];
  const large = gzipSync(tarOf(...pieces), { level: 1 });
  const small = packModule({ ...SAMPLES['color-theme'], name: '@bench/small' }, { 'main.conf': 'a\n' });
  registry.serve['@bench/large'] = { '1.0.0': { archive: large } };
  registry.serve['@bench/small'] = { '1.0.0': { archive: small } };
  const child = join(ROOT, 'tests/support/cli/fetch-child.ts');
  try {
    const run = promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', child, registry.url, temporaryFolder()],
      { cwd: ROOT },
    );
    const { bytes, grown } = JSON.parse((await run).stdout);
    console.log(
      `fetch: ${(large.length / MIB).toFixed(1)} MiB packed, ${(bytes / MIB).toFixed(1)} MiB kept, peak memory +${grown.toFixed(1)} MiB`,
    );
    expect(bytes).toBe(9 * MIB + 40 * (MIB / 4));
    expect(grown).toBeLessThan(MAX_GROWTH_MIB);
  } finally {
    await registry.close();
  }
});
