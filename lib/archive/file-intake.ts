import type { FileDto } from '@/types/module';

import { FileHash } from './file-hash';
import { type ContentFinding, FileScan } from './scan/file-scan';

/** A file of the archive after it was read: its public record, what its bytes say it is, and its bytes if they were kept. */
export type TakenFile = FileDto & { program: string | null; kept: Buffer | null };

/** Takes in one file: hash, scan, and a copy of its bytes when `keepBytes` allows. */
export class FileIntake {
  private readonly hash = new FileHash();
  private readonly scan: FileScan;
  private readonly kept: Buffer[] | null;

  constructor(
    private readonly file: { path: string; size: number; mode: number },
    keepBytes: number,
    report: (finding: ContentFinding) => void,
  ) {
    this.scan = new FileScan(file.path, report);
    this.kept = file.size <= keepBytes ? [] : null;
  }

  push(bytes: Buffer): void {
    this.hash.update(bytes);
    this.scan.push(bytes);
    this.kept?.push(Buffer.from(bytes));
  }

  get path(): string {
    return this.file.path;
  }

  /** The bytes that the scan had to look at closely. */
  get judgedBytes(): number {
    return this.scan.judgedBytes;
  }

  end(): TakenFile {
    this.scan.end();
    const kept = this.kept === null ? null : Buffer.concat(this.kept);
    return { ...this.file, sha256: this.hash.hex(), program: this.scan.program, kept };
  }
}
