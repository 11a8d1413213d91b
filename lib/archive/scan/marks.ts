/** What a mark may be part of; a line is judged only by the rules whose marks it holds. */
export const SECRET = 1;
export const COMMAND = 2;
export const SETTING = 4;
export const UNICODE = 8;
/** A mark is one number: its place times this, plus its topics. */
export const STEP = 16;

// biome-ignore format: lists, read at a glance
const WORDS: Readonly<Record<number, readonly string[]>> = {
  [SECRET]: [
    'PRIVATE KEY', 'dk_', 'AKIA', 'ASIA', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'xoxa-', 'xoxb-', 'xoxe', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-',
    'hooks.slack', '/webhooks/', 'npm_', '_authToken', 'pypi-', 'k_live_', 'AIza', 'sk-ant-', 'sk-proj-', 'sk-svcacct-', 'hf_', 'SG.', '_v1_', 'SECRET-KEY',
  ],
  [COMMAND]: [
    'curl', 'wget', 'aria2c', 'iwr ', 'irm ', 'Invoke-', 'DownloadString', 'sudo', 'doas', 'pkexec', 'base64', 'base32', 'xxd ',
    'openssl', '/dev/tcp', '/dev/udp', 'nc -', 'ncat', 'netcat',
  ],
  [SETTING]: [
    'shell', 'program', 'ommand', 'exec', 'startup_session', 'geninclude', 'watcher', 'launch', 'remote_control', 'map ', '#(',
    'pipe-pane', 'popup', '= !', '="!', '= "!', '=!',
  ],
};

/** The first bytes in UTF-8 of the characters that `invisible.ts` knows. */
const INVISIBLE = [
  'c2ad', 'cd8f', 'd89c', 'e1859f', 'e185a0', 'e19eb4', 'e19eb5', 'e1a08e', 'e385a4', 'efbbbf', 'efbea0', 'efbfb9', 'efbfba', 'efbfbb', 'f3a0',
  ...['8b', '8c', '8d', '8e', '8f', 'aa', 'ab', 'ac', 'ad', 'ae'].map((last) => `e280${last}`),
  ...Array.from({ length: 16 }, (_, index) => `e281a${index.toString(16)}`),
]; // biome-ignore format: lists, read at a glance

type Word = { bytes: Buffer; topic: number };
const PLAIN: Word[] = Object.entries(WORDS).flatMap(([topic, words]) =>
  words.map((word) => ({ bytes: Buffer.from(word, 'latin1'), topic: Number(topic) })),
);
const ALL: Word[] = [...PLAIN, ...INVISIBLE.map((bytes) => ({ bytes: Buffer.from(bytes, 'hex'), topic: UNICODE }))];

const BUCKETS = 1 << 18;
/** Fibonacci hashing of a group of three or four bytes into eighteen bits. */
const bucketOf = (group: number): number => Math.imul(group, 0x9e3779b1) >>> 14;

type Candidate = Word & { /** Where the mark begins, seen from its group. */ shift: number };
type Bytes = readonly [number | undefined, number, number | undefined];

/** What the table says of a group: it begins no mark; it may, if the fourth byte fits too; it may. */
const NONE = 0;
const WITH_FOURTH = 1;
const SURE = 2;

/**
 * A text is looked at in steps of two bytes. Around every mark stands, on an even place, one group of three bytes that the mark
 * determines: its first three, or those from its second byte on; of a short mark, the byte before it and its first two. A
 * look-up of that group in a small table is all that most of a text costs.
 */
class MarkIndex {
  private readonly table = new Uint8Array(BUCKETS);
  private readonly fourth = new Uint8Array(BUCKETS);
  private readonly groups = new Map<number, Candidate[]>();

  constructor(words: readonly Word[]) {
    for (const word of words) {
      const [first = 0, second = 0, third, fourth] = word.bytes;
      const sure = third === undefined || fourth === undefined ? SURE : WITH_FOURTH;
      this.add([first, second, third], sure, { ...word, shift: 0 });
      if (third === undefined || word.topic === UNICODE)
        this.add([undefined, first, second], SURE, { ...word, shift: 1 });
      else this.add([second, third, fourth], sure, { ...word, shift: -1 });
      if (sure === WITH_FOURTH) this.fourth[bucketOf(word.bytes.readInt32LE(0))] = 1;
    }
  }

  /** A missing byte stands for any. */
  private add([first, second, third]: Bytes, sure: number, candidate: Candidate): void {
    const anyByte = first === undefined || third === undefined ? 256 : 1;
    for (let any = 0; any < anyByte; any += 1) {
      const group = (first ?? any) | (second << 8) | ((third ?? any) << 16);
      this.table[bucketOf(group)] = Math.max(this.table[bucketOf(group)] ?? NONE, sure);
      const known = this.groups.get(group);
      if (known === undefined) this.groups.set(group, [candidate]);
      else known.push(candidate);
    }
  }

  next(text: Buffer, from: number, wanted: number): number {
    const { table, fourth } = this;
    const end = text.length - 2;
    for (let at = nextGroup(text, from, end, table); at < end; at = nextGroup(text, at + 2, end, table)) {
      const group = (text[at] ?? 0) | ((text[at + 1] ?? 0) << 8) | ((text[at + 2] ?? 0) << 16);
      if (table[bucketOf(group)] === WITH_FOURTH) {
        const after = at + 3 < text.length ? group | ((text[at + 3] ?? 0) << 24) : 0;
        const before = at > 0 ? (text[at - 1] ?? 0) | (group << 8) : 0;
        if (fourth[bucketOf(after)] === 0 && fourth[bucketOf(before)] === 0) continue;
      }
      const found = this.markAt(group, text, at, from, wanted);
      if (found !== -1) return found;
    }
    return -1;
  }

  private markAt(group: number, text: Buffer, at: number, from: number, wanted: number): number {
    let found = -1;
    for (const { bytes, topic, shift } of this.groups.get(group) ?? []) {
      const start = at + shift;
      if ((topic & wanted) === 0 || start < from || !isAt(text, start, bytes)) continue;
      if (found === -1 || start < Math.floor(found / STEP)) found = start * STEP;
      if (start === Math.floor(found / STEP)) found |= topic;
    }
    return found;
  }
}

/**
 * The next even step at which the table says anything, or `end`. All the time that a scan takes is spent here, so it is kept so
 * small that it stays in registers.
 */
function nextGroup(text: Uint8Array, from: number, end: number, table: Uint8Array): number {
  let first = text[from] ?? 0;
  for (let at = from; at < end; at += 2) {
    const third = text[at + 2] ?? 0;
    if (table[Math.imul(first | ((text[at + 1] ?? 0) << 8) | (third << 16), 0x9e3779b1) >>> 14] !== 0) return at;
    first = third;
  }
  return end;
}

function isAt(text: Buffer, at: number, word: Buffer): boolean {
  if (at + word.length > text.length) return false;
  for (let index = 0; index < word.length; index += 1) if (text[at + index] !== word[index]) return false;
  return true;
}

/** Made when the first text is looked through: a program that only loads this module waits for neither. */
const lazily = (words: readonly Word[]): (() => MarkIndex) => {
  let index: MarkIndex | undefined;
  return () => {
    index ??= new MarkIndex(words);
    return index;
  };
};
const plainIndex = lazily(PLAIN);
const fullIndex = lazily(ALL);

/**
 * The next mark at or after `from` that has one of the topics: its place times `STEP` plus its topics, or -1. A mark of two
 * bytes at the very end is left out: nothing follows that it could lead to.
 */
export function nextMark(text: Buffer, from: number, wanted: number): number {
  return (wanted & UNICODE ? fullIndex() : plainIndex()).next(text, from, wanted);
}
