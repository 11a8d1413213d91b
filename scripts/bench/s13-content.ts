import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { between, pick, randomOf } from '../seed/random';
import { NOUNS, TOPICS } from '../seed/words';

export const FILES = 60;
const BYTES = 1_000_000;

/** The content that both install: sixty configuration files, a megabyte in all. */
function configFiles(): { name: string; body: Buffer }[] {
  const random = randomOf(FILES);
  return Array.from({ length: FILES }, (_, index) => {
    const lines: string[] = [];
    for (let bytes = 0; bytes < BYTES / FILES; bytes += (lines.at(-1)?.length ?? 0) + 1)
      lines.push(`set -g ${pick(random, TOPICS)}.${pick(random, NOUNS)} ${between(random, 0, 999_999)}`);
    return { name: `conf/${String(index).padStart(2, '0')}.conf`, body: Buffer.from(`${lines.join('\n')}\n`) };
  });
}

async function tarball(fill: (tar: Pack) => void): Promise<Buffer> {
  const tar = pack();
  fill(tar);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

export const MODULE = { ref: '@bench/sixty', version: '1.0.0' };
export const PACKAGE = { name: 'bench-sixty', version: '1.0.0' };

/** The same files as a module and as a package of npm. */
export async function makeArchives(): Promise<{ module: Buffer; packed: Buffer }> {
  const files = configFiles();
  const manifest = {
    schemaVersion: 1,
    name: MODULE.ref,
    version: MODULE.version,
    kind: 'terminal-config',
    title: 'Sixty',
    summary: 'Sixty files, a megabyte in all.',
    license: 'MIT',
    files: files.map(({ name }) => ({ src: name, dest: `{config}/sixty/${name}` })),
    terminalConfig: { terminal: 'kitty' },
  };
  const module = await tarball((tar) => {
    tar.entry({ name: 'dotkit.json' }, JSON.stringify(manifest));
    for (const { name, body } of files) tar.entry({ name }, body);
  });
  const packed = await tarball((tar) => {
    tar.entry({ name: 'package/package.json' }, JSON.stringify(PACKAGE));
    for (const { name, body } of files) tar.entry({ name: `package/${name}` }, body);
  });
  return { module, packed };
}

export const hashOf = (algorithm: 'sha1' | 'sha256' | 'sha512', bytes: Buffer, encoding: 'hex' | 'base64'): string =>
  createHash(algorithm).update(bytes).digest(encoding);
