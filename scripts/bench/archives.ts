import { createCipheriv } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { between, pick, randomOf } from '../seed/random';
import { NOUNS, TOPICS } from '../seed/words';

const MIB = 1024 * 1024;
const TEXT_FILE = 24 * 1024;
const PICTURE = 256 * 1024;
/** What gzip makes of the text below, about; it only decides how many files there are. */
const TEXT_RATIO = 4.3;

type Random = () => number;

function configLine(random: Random): string {
  const [noun, topic] = [pick(random, NOUNS), pick(random, TOPICS)];
  return pick(random, [
    `set -g ${topic}.${noun} ${between(random, 0, 9999)}`,
    `alias ${topic}${between(random, 0, 99)}='${topic} --${noun} --depth=${between(random, 1, 99)}'`,
    `# ${noun} of the ${topic}, see the ${pick(random, NOUNS)}`,
    `export ${noun.toUpperCase()}_${topic.toUpperCase()}="$HOME/.config/${noun}/${between(random, 0, 99999)}"`,
    `if [ -f "$HOME/.${noun}" ]; then ${topic} "$${noun}"; fi`,
    `color${between(random, 0, 255)} #${between(random, 0, 0xffffff).toString(16).padStart(6, '0')}`,
    '',
  ]);
}

function textFile(random: Random): Buffer {
  const lines: string[] = [];
  for (let bytes = 0; bytes < TEXT_FILE; bytes += (lines.at(-1)?.length ?? 0) + 1) lines.push(configLine(random));
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Bytes that do not compress, behind the signature of a PNG. */
function picture(index: number): Buffer {
  const iv = Buffer.alloc(16);
  iv.writeUInt32LE(index);
  const bytes = createCipheriv('aes-128-ctr', Buffer.alloc(16), iv).update(Buffer.alloc(PICTURE));
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  return bytes;
}

const manifest = {
  schemaVersion: 1,
  name: '@bench/archive',
  version: '1.0.0',
  kind: 'terminal-config',
  title: 'Archive',
  summary: 'A made-up module of a given size.',
  license: 'MIT',
  files: [{ src: 'config/0.conf', dest: '{config}/bench/0.conf' }],
  terminalConfig: { terminal: 'kitty' },
};

/** Writes an honest archive of about `mib` MiB packed, half of that configuration text, half pictures; returns its size in bytes. */
export async function writeArchive(path: string, mib: number): Promise<number> {
  const random = randomOf(mib);
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(path));
  tar.entry({ name: 'dotkit.json' }, JSON.stringify(manifest));
  tar.entry({ name: 'README.md' }, '# Archive\n\nConfiguration and pictures.\n');
  const half = (mib * MIB) / 2;
  const texts = Math.max(1, Math.floor((half * TEXT_RATIO) / TEXT_FILE));
  for (let index = 0; index < texts; index += 1) tar.entry({ name: `config/${index}.conf` }, textFile(random));
  for (let index = 0; index < half / PICTURE; index += 1) tar.entry({ name: `pictures/${index}.png` }, picture(index));
  tar.finalize();
  await written;
  return statSync(path).size;
}
