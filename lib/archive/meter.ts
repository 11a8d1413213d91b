import { ArchiveFault } from './fault';
import type { ArchiveLimits } from './limits';

/** Counts bytes on both sides of gunzip and stops at the limits. */
export class Meter {
  packed = 0;
  unpacked = 0;
  private readonly until: number;

  constructor(
    private readonly limits: ArchiveLimits,
    private readonly expectedBytes: number | undefined,
    deadlineMs: number,
  ) {
    this.until = performance.now() + deadlineMs;
  }

  addPacked(bytes: number): void {
    this.packed += bytes;
    if (this.packed > this.limits.packedBytes) throw new ArchiveFault('archive-too-large');
    if (this.expectedBytes !== undefined && this.packed > this.expectedBytes) throw new ArchiveFault('size-mismatch');
  }

  addUnpacked(bytes: number, near: string | undefined): void {
    this.unpacked += bytes;
    if (this.unpacked > this.limits.unpackedBytes) throw new ArchiveFault('archive-unpacked-too-large', near);
    if (this.expectedBytes !== undefined) this.checkRatio(this.expectedBytes, near);
    if (performance.now() > this.until) throw new ArchiveFault('archive-deadline', near);
  }

  /** Held against the whole size, never against what has arrived so far: that would depend on how the bytes are cut. */
  checkRatio(packed: number, near: string | undefined): void {
    if (this.unpacked > this.limits.ratioFloorBytes && this.unpacked > packed * this.limits.ratio) {
      throw new ArchiveFault('archive-ratio', near);
    }
  }
}
