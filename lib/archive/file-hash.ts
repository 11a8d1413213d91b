import { createHash, type Hash, hash } from 'node:crypto';

/** SHA-256 of a file that arrives in pieces. Most files are one piece, for which a streaming hash costs more than the bytes. */
export class FileHash {
  private first: Buffer | null = null;
  private stream: Hash | null = null;

  update(bytes: Buffer): void {
    if (this.stream !== null) {
      this.stream.update(bytes);
    } else if (this.first === null) {
      this.first = bytes;
    } else {
      this.stream = createHash('sha256').update(this.first).update(bytes);
      this.first = null;
    }
  }

  hex(): string {
    return this.stream === null ? hash('sha256', this.first ?? '', 'hex') : this.stream.digest('hex');
  }
}
