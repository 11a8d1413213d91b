import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyArchive } from '@/lib/archive/verify';
import { addToTarball } from '@/lib/utils/add-to-tarball';
import { fileOf, readTarball, UnreadableTarball } from '@/lib/utils/read-tarball';
import { packPure } from '../e2e/support/archives';

const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const MANIFEST = {
  schemaVersion: 1,
  name: '@ada/pure',
  version: '1.28.3',
  kind: 'prompt',
  title: 'Pure',
  summary: 'Pretty, minimal and fast ZSH prompt.',
  license: 'MIT',
  files: [{ src: 'pure.zsh', dest: '{config}/zsh/pure.zsh' }],
  prompt: { shells: ['zsh'], engine: 'pure' },
};

async function* chunksOf(blob: Blob) {
  yield new Uint8Array(await blob.arrayBuffer());
}

describe('an archive in the browser', () => {
  it('is read below its leading directory', async () => {
    const tarball = await readTarball(blobOf((await packPure('pure.tgz')).buffer));
    expect(tarball.top).toBe('package/');
    expect(tarball.files.map(({ path }) => path)).toContain('pure.zsh');
    const bytes = fileOf(tarball, 'package.json');
    expect(Buffer.from(bytes ?? []).equals(readFileSync('node_modules/pure-prompt-1-28/package.json'))).toBe(true);
    expect(fileOf(tarball, 'dotkit.json')).toBeNull();
  });

  it('gets a manifest added, and then passes the verifier with every file as it was', async () => {
    const tarball = await readTarball(blobOf((await packPure('pure.tgz')).buffer));
    const report = await verifyArchive(
      chunksOf(await addToTarball(tarball, 'dotkit.json', JSON.stringify(MANIFEST, null, 2))),
    );
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.files).toHaveLength(tarball.files.length + 1);
    expect(report.manifest?.name).toBe('@ada/pure');
  });

  it('is refused in a sentence when it is none, is cut, is empty, or would fill the memory', async () => {
    const whole = (await packPure('pure.tgz')).buffer;
    const refused: [Uint8Array, RegExp][] = [
      [new Uint8Array(), /empty/],
      [Buffer.from('hello'), /not a gzip-compressed tar/],
      [whole.subarray(0, whole.length / 2), /damaged/],
      [gzipSync(Buffer.from('no tar at all, only text that was compressed')), /damaged/],
      [gzipSync(Buffer.alloc(101 * 1024 * 1024)), /more than 100 MiB/],
    ];
    for (const [bytes, sentence] of refused) {
      await expect(readTarball(blobOf(bytes))).rejects.toThrow(sentence);
      await expect(readTarball(blobOf(bytes))).rejects.toBeInstanceOf(UnreadableTarball);
    }
  });
});
