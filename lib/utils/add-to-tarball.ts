import { packTar } from 'modern-tar';
import { cleanPath, type Tarball } from './read-tarball';

/** A `.tgz` with everything of `tarball`, and `text` at `path` in the place of whatever was there. */
export async function addToTarball(tarball: Tarball, path: string, text: string): Promise<Blob> {
  const data = new TextEncoder().encode(text);
  const name = tarball.top + path;
  const others = tarball.entries.filter(({ header }) => cleanPath(header.name) !== name);
  const tar = await packTar([{ header: { name, size: data.byteLength, type: 'file' }, data }, ...others]);
  const packed = new Blob([tar]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed, { headers: { 'content-type': 'application/gzip' } }).blob();
}
