import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { themeEntries } from './judge';
import { END, entry, GNU, gz, header, pax, paxRecord } from './tar-bytes';

const MIB = 1024 * 1024;

export type Bomb = { name: string; code: string; pieces: () => Iterable<Buffer>; packed?: () => Buffer };

const zeros = Buffer.alloc(MIB);
function* repeat(piece: Buffer, times: number): Generator<Buffer> {
  for (let count = 0; count < times; count += 1) yield piece;
}

function* fileOf(bytes: number, piece: Buffer): Generator<Buffer> {
  yield* themeEntries();
  yield header({ name: 'big.conf', size: bytes });
  yield* repeat(piece, Math.ceil(bytes / piece.length));
}

function* emptyEntries(count: number): Generator<Buffer> {
  yield* themeEntries();
  for (let index = 0; index < count; index += 256) {
    yield Buffer.concat(Array.from({ length: 256 }, (_, offset) => header({ name: `empty/${index + offset}` })));
  }
}

/** Each folder lies in the one before it, as deep as a header of the ustar format can say. */
function* nestedFolders(count: number): Generator<Buffer> {
  yield* themeEntries();
  for (let depth = 1; depth <= count; depth += 1) {
    yield header({ name: `d${depth}`, prefix: 'd/'.repeat(Math.min(depth, 76)).slice(0, -1), type: '5' });
  }
}

/** Lines that hold every mark of the scan and are no finding: the dearest text that there is. */
const dearest = Buffer.from(`${'curl sh "$(x | -a base64 -d eval `sudo -a shell = '.repeat(80)}\n`);

/** Archives that cost little to send and much to open. `scale` shortens the longest for quick runs. */
export const bombs = (scale: number): readonly Bomb[] => [
  { name: 'zeros', code: 'archive-unpacked-too-large', pieces: () => fileOf(400 * MIB, zeros) },
  {
    name: 'zeros after the end',
    code: 'archive-unpacked-too-large',
    pieces: function* () {
      yield* themeEntries();
      yield END;
      yield* repeat(zeros, 200);
    },
  },
  {
    name: 'declared 10 GiB',
    code: 'tar-field',
    pieces: () => [...themeEntries(), header({ name: 'x', size: Buffer.from('800000000000000280000000', 'hex') })],
  },
  {
    name: 'declared 10 GiB in pax',
    code: 'pax-size',
    pieces: () => [...themeEntries(), pax({ size: `${10 * 1024 * MIB}` }), header({ name: 'x', size: 1 })],
  },
  {
    name: 'declared 8 GiB in octal',
    code: 'tar-truncated',
    pieces: () => [...themeEntries(), header({ name: 'x', size: '77777777777\u0000' }), zeros],
  },
  {
    name: '10^6 empty entries',
    code: 'archive-too-many-entries',
    pieces: () => emptyEntries(Math.round(1_000_000 * scale)),
  },
  {
    name: '1-MiB pax record',
    code: 'pax-too-large',
    pieces: () => [...themeEntries(), entry({ name: 'p', type: 'x', body: paxRecord('comment', 'x'.repeat(MIB)) })],
  },
  {
    name: '60-KiB pax record before each entry',
    code: 'archive-unpacked-too-large',
    pieces: function* () {
      yield* themeEntries();
      const big = pax({ comment: 'x'.repeat(60_000) });
      for (let index = 0; index < 3000; index += 1) yield Buffer.concat([big, header({ name: `e${index}` })]);
    },
  },
  {
    name: 'GNU sparse map',
    code: 'entry-sparse',
    pieces: () => [...themeEntries(), entry({ name: 's', type: 'S', magic: GNU }), zeros],
  },
  {
    name: 'pax sparse map',
    code: 'pax-keyword',
    pieces: () => [
      ...themeEntries(),
      pax({ 'GNU.sparse.numblocks': '99999999', 'GNU.sparse.map': '0,1,'.repeat(9000) }),
      header({ name: 's' }),
    ],
  },
  {
    name: '10^5 nested folders',
    code: 'path-too-deep',
    pieces: () => nestedFolders(Math.round(100_000 * scale)),
  },
  { name: 'the dearest lines', code: 'scan-too-much', pieces: () => fileOf(90 * MIB, dearest) },
  {
    name: 'one endless line',
    code: 'archive-unpacked-too-large',
    pieces: () => fileOf(200 * MIB, Buffer.from('abcdefgh'.repeat(8192))),
  },
  { name: 'gzip in gzip', code: 'tar-', pieces: () => [gz(gz(Buffer.alloc(64 * MIB)))] },
  {
    name: 'endless gzip header',
    code: 'gzip-header',
    pieces: () => [],
    packed: () => Buffer.concat([Buffer.from('1f8b0808000000000003', 'hex'), Buffer.alloc(8 * MIB, 'n')]),
  },
  {
    name: 'four million empty deflate blocks',
    code: 'gzip-truncated',
    pieces: () => [],
    packed: () =>
      Buffer.concat([
        Buffer.from('1f8b0800000000000003', 'hex'),
        Buffer.alloc(19 * MIB, Buffer.from('000000ffff', 'hex')),
      ]),
  },
];

/** Writes a bomb's packed bytes to a file. */
export async function writeBomb(bomb: Bomb, path: string): Promise<void> {
  if (bomb.packed !== undefined) return pipeline(Readable.from([bomb.packed()]), createWriteStream(path));
  await pipeline(Readable.from(bomb.pieces()), createGzip({ level: 6 }), createWriteStream(path));
}
