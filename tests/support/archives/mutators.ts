import { gzipSync } from 'node:zlib';

import type { Random } from './random';
import { entry, GNU, header, longName, pax, sign, USTAR, V7 } from './tar-bytes';

const BLOCK = 512;

// biome-ignore format: a list, read at a glance
const NASTY_NAMES = [
  '../x', '/etc/x', '//x', 'a/../../x', 'C:\\x', 'a\\b', '', '.', './', '..', 'CON', 'a.', 'a ', '.git/config', 'dotkit.json', './dotkit.json',
  'sub/dotkit.json', 'DOTKIT.JSON', 'main.conf', './main.conf', 'MAIN.CONF', 'main.conf/x', '._main.conf', '__MACOSX/x', 'e\u0301', 'a\u202eb',
  'x\u0000y', 'a/b/c', 'package/x', 'README.md', 'a'.repeat(100), `${'d/'.repeat(40)}x`,
];
const TYPES = [
  '0',
  '\u0000',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  'x',
  'g',
  'L',
  'K',
  'S',
  'V',
  'D',
  'M',
  'N',
  'A',
  'X',
  ' ',
  '\u00ff',
];
const NUMBERS = [
  '00000000000\u0000',
  '00000000001\u0000',
  '77777777777\u0000',
  '00000001000\u0000',
  '-0000000001\u0000',
  '           \u0000',
  '00000000 010',
  '0x0000000f\u0000',
  '\u0080\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001',
  '\u00ff'.repeat(12),
];
/** Where the fields of a header begin, and how long they are. */
const FIELDS = [
  [0, 100],
  [100, 8],
  [108, 8],
  [116, 8],
  [124, 12],
  [136, 12],
  [148, 8],
  [156, 1],
  [157, 100],
  [257, 8],
  [265, 32],
  [297, 32],
  [329, 8],
  [337, 8],
  [345, 155],
  [500, 12],
] as const;

type Mutator = (tar: Buffer, random: Random) => Buffer;

const isHeader = (tar: Buffer, at: number): boolean =>
  tar[at] !== 0 &&
  /^ustar|^\0{5}/.test(tar.toString('latin1', at + 257, at + 262)) &&
  tar.toString('latin1', at + 148, at + 154).match(/^[0-7]{6}/) !== null;

function headerAt(tar: Buffer, random: Random): number {
  const found: number[] = [];
  for (let at = 0; at + BLOCK <= tar.length; at += BLOCK) if (isHeader(tar, at)) found.push(at);
  return found.length === 0 ? 0 : random.pick(found);
}

/** Changes one header with `change`, and signs it again. */
const resigned =
  (change: (block: Buffer, random: Random) => void): Mutator =>
  (tar, random) => {
    const copy = Buffer.from(tar);
    const at = headerAt(copy, random);
    const block = copy.subarray(at, at + BLOCK);
    if (block.length < BLOCK) return copy;
    change(block, random);
    sign(block);
    return copy;
  };

const splice = (tar: Buffer, at: number, remove: number, ...insert: Buffer[]): Buffer =>
  Buffer.concat([tar.subarray(0, at), ...insert, tar.subarray(at + remove)]);
const blockAt = (tar: Buffer, random: Random): number => random.below(Math.floor(tar.length / BLOCK) + 1) * BLOCK;

/** A piece that may stand before or between entries, mostly wrong there. */
function piece(random: Random): Buffer {
  const name = random.pick(NASTY_NAMES);
  const magic = random.pick([USTAR, GNU, V7]);
  const makers: (() => Buffer)[] = [
    () => entry({ name, body: random.pick(['', 'x', 'y'.repeat(600)]), magic, type: random.pick(TYPES) }),
    () =>
      pax(
        {
          [random.pick(['path', 'size', 'linkpath', 'mtime', 'comment', 'GNU.sparse.name', 'hdrcharset', 'uid'])]:
            random.pick([...NASTY_NAMES, '1', '0', '38', 'UTF-8']),
        },
        random.pick(['x', 'x', 'g']),
      ),
    () => longName(name, random.pick(['\u0000', '', '\u0000\u0000'])),
    () =>
      header({
        name,
        size: random.pick([0, 1, 512, 10_000]),
        link: random.pick(['', 'main.conf', '/etc/passwd']),
        type: random.pick(['0', '1', '2', '5']),
      }),
    () => Buffer.alloc(BLOCK * (1 + random.below(3))),
  ];
  return random.pick(makers)();
}

const onTar: readonly Mutator[] = [
  resigned((block, random) => {
    const [at, length] = random.pick(FIELDS);
    const offset = at + random.below(length);
    block[offset] = random.below(256);
  }),
  resigned((block, random) => void block.write(random.pick(TYPES), 156, 'latin1')),
  resigned((block, random) => void block.fill(0, 0, 100).write(random.pick(NASTY_NAMES), 0, 100)),
  resigned((block, random) => void block.write(random.pick(NUMBERS), 124, 'latin1')),
  resigned((block, random) => void block.write(random.pick(NUMBERS).slice(0, 8), 100, 'latin1')),
  resigned(
    (block, random) =>
      void block.write(random.pick([USTAR, GNU, V7, 'ustar\u0000\u0000\u0000', 'USTAR\u000000']), 257, 'latin1'),
  ),
  resigned((block, random) => void block.fill(0, 345, 500).write(random.pick(NASTY_NAMES), 345, 155)),
  resigned((block, random) => void block.write(random.pick(['main.conf', '/etc/passwd', '..']), 157)),
  resigned((block, random) => block.copyWithin(random.below(BLOCK), random.below(BLOCK), random.below(BLOCK))),
  (tar, random) => {
    const copy = Buffer.from(tar);
    copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (tar, random) => splice(tar, blockAt(tar, random), BLOCK * (1 + random.below(3))),
  (tar, random) => splice(tar, blockAt(tar, random), 0, piece(random)),
  (tar, random) => splice(tar, headerAt(tar, random), 0, piece(random)),
  (tar, random) => {
    const from = blockAt(tar, random);
    return splice(tar, blockAt(tar, random), 0, tar.subarray(from, from + BLOCK * (1 + random.below(4))));
  },
  (tar, random) => tar.subarray(0, random.below(tar.length)),
  (tar, random) => tar.subarray(0, blockAt(tar, random)),
  (tar, random) =>
    Buffer.concat([
      tar,
      random.pick([Buffer.alloc(BLOCK * random.below(30)), Buffer.from('junk'), tar, piece(random)]),
    ]),
];

const onGzip: readonly Mutator[] = [
  (gz, random) => {
    const copy = Buffer.from(gz);
    copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (gz, random) => gz.subarray(0, random.below(gz.length)),
  (gz, random) => Buffer.concat([gz, random.pick([gz, Buffer.alloc(1 + random.below(600)), Buffer.from('x')])]),
  (gz, random) =>
    splice(gz, random.below(gz.length), random.below(20), Buffer.alloc(random.below(20), random.below(256))),
];

/** One mutant of a valid tar, packed: one to three changes to the tar, or one to its gzip form. */
export function mutate(tar: Buffer, random: Random): Buffer {
  let changed = tar;
  if (random.below(10) === 0) return random.pick(onGzip)(gzipSync(changed), random);
  for (let count = 1 + random.below(3); count > 0; count -= 1) changed = random.pick(onTar)(changed, random);
  return gzipSync(changed, { level: 1 });
}
