import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { verifyArchive } from '@/lib/archive/verify';

/** A process of its own for each archive: verifies it and passes over it, in turn, and says what each costs. */
const CHUNK = 256 * 1024;
const MIB = 1024 * 1024;

/** As publishing does: the bytes are verified while they stream in, and kept for writing them. */
async function verify(path: string): Promise<void> {
  const kept: Uint8Array[] = [];
  async function* chunks() {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      kept.push(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
  const report = await verifyArchive(chunks());
  if (!report.ok) throw new Error(`the archive was refused: ${JSON.stringify(report.findings[0])}`);
  if (Buffer.concat(kept).byteLength !== report.sizeBytes) throw new Error('bytes were lost');
}

/** The least that anybody can do: one pass of sha256, gunzip and a listing of the tar. */
async function onePass(path: string): Promise<void> {
  const hash = createHash('sha256');
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const tar = extract();
  tar.on('entry', (_header, stream, next) => {
    stream.on('end', next);
    stream.resume();
  });
  const unpacked = pipeline(gunzip, tar);
  const hashed = new Writable({
    highWaterMark: CHUNK,
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (gunzip.write(chunk)) done();
      else gunzip.once('drain', done);
    },
    final(done) {
      gunzip.end(done);
    },
  });
  await Promise.all([pipeline(createReadStream(path, { highWaterMark: CHUNK }), hashed), unpacked]);
  hash.digest('hex');
}

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const peakBytes = () => process.resourceUsage().maxRSS * 1024;

process.on('message', async ({ path, small, rounds }: { path: string; small: string; rounds: number }) => {
  // Code, tables and buffers that every verification shares are there before memory is looked at.
  for (let index = 0; index < 3; index += 1) {
    await verify(small);
    await onePass(small);
  }
  const before = peakBytes();
  await verify(path);
  const grown = (peakBytes() - before) / MIB;
  const pairs: { ours: number; theirs: number }[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const cost = new Map<typeof verify, number>();
    for (const work of index % 2 === 0 ? [verify, onePass] : [onePass, verify])
      cost.set(work, await cpuSeconds(() => work(path)));
    pairs.push({ ours: cost.get(verify) ?? 0, theirs: cost.get(onePass) ?? 0 });
  }
  process.send?.({ grown, pairs });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
