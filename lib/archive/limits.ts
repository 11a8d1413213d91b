/** The bounds of an archive. Every one is a setting; all are enforced while the bytes stream in. */
export type ArchiveLimits = {
  packedBytes: number;
  unpackedBytes: number;
  /** Unpacked ÷ packed, from `ratioFloorBytes` unpacked bytes on: below it the padding of a tar alone exceeds any ratio. */
  ratio: number;
  ratioFloorBytes: number;
  entries: number;
  pathBytes: number;
  pathDepth: number;
  /** Largest pax or GNU long-name header; a path needs 255 bytes, macOS attributes a few thousand. */
  extensionBytes: number;
  /** After so many findings an archive is not read any further. */
  findings: number;
};

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: ArchiveLimits = {
  packedBytes: 20 * MIB,
  unpackedBytes: 100 * MIB,
  ratio: 100,
  ratioFloorBytes: MIB,
  entries: 4000,
  pathBytes: 255,
  pathDepth: 20,
  extensionBytes: 64 * 1024,
  findings: 100,
};
