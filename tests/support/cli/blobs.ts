import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BlobSink } from '@/cli/registry/fetch-module';

/** A content store in memory. */
export function memoryBlobs(): BlobSink & { kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  const putBytes = async (bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    kept.set(sha256, Buffer.from(bytes));
    return sha256;
  };
  return { kept, putBytes, putFile: (path) => putBytes(readFileSync(path)) };
}
