/** Where a JSON text is wrong: a stable code, the line, and a sentence. */
export class JsonFault extends Error {
  constructor(
    readonly code: 'manifest-json' | 'manifest-duplicate-key' | 'manifest-forbidden-key' | 'manifest-too-deep',
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'JsonFault';
  }
}

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const HEX = /^[0-9a-fA-F]{4}$/;

/** Reads the tokens of RFC 8259 one after the other and knows the line it stands on. */
export class JsonCursor {
  private at = 0;
  line = 1;

  constructor(private readonly text: string) {}

  fault(message: string): JsonFault {
    return new JsonFault('manifest-json', this.line, message);
  }

  /** The next character that is not white space, or '' at the end. */
  peek(): string {
    for (;;) {
      const char = this.text.charAt(this.at);
      if (char === '\n') this.line += 1;
      else if (char !== ' ' && char !== '\t' && char !== '\r') return char;
      this.at += 1;
    }
  }

  take(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.at += 1;
    return true;
  }

  expect(wanted: string): void {
    if (!this.take(wanted)) throw this.fault(`Expected “${wanted}” here.`);
  }

  word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.fault('This is not a JSON value.');
    this.at += word.length;
    return value;
  }

  number(): number {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text)?.[0];
    if (found === undefined) throw this.fault('This is not a JSON value.');
    this.at += found.length;
    return Number(found);
  }

  string(): string {
    this.expect('"');
    let result = '';
    for (;;) {
      PLAIN.lastIndex = this.at;
      const plain = PLAIN.exec(this.text)?.[0] ?? '';
      this.at += plain.length;
      result += plain;
      const char = this.text.charAt(this.at);
      this.at += 1;
      if (char === '"') return result;
      if (char !== '\\') throw this.fault('A string is not closed, or holds a raw control character.');
      result += this.escape();
    }
  }

  private escape(): string {
    const char = this.text.charAt(this.at);
    this.at += 1;
    if (char !== 'u') {
      const plain = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
      if (plain === undefined) throw this.fault('A string holds an escape that JSON does not know.');
      return plain;
    }
    const hex = this.text.slice(this.at, this.at + 4);
    if (!HEX.test(hex)) throw this.fault('A \\u escape needs four hexadecimal digits.');
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
}
