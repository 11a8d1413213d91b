import { join } from 'node:path';
import { moduleFolder, namedPaths, readManifest, readModuleFile, withTexts } from '../folder';
import { mergePatch } from '../merge-patch';
import type { CatalogueEntry, Manifest, ModuleFile, ModuleVersion } from '../source';
import { packageFile, packageJson } from './installed';

export type PackedVersion = {
  /** Name under which the package is installed; one alias per version. */
  package: string;
  /** Path in the archive → path in the package. */
  files: Readonly<Record<string, string>>;
  /** What this version's manifest has different from `dotkit.json` of the folder. */
  patch?: (manifest: Manifest) => Record<string, unknown>;
};

function packVersion(folder: string, packed: PackedVersion): ModuleVersion {
  const { version, license } = packageJson(packed.package);
  const written = readManifest(folder);
  const manifest = mergePatch(mergePatch(written, packed.patch?.(written) ?? {}), { version, license }) as Manifest;
  const files = new Map<string, ModuleFile>();
  for (const [path, inPackage] of Object.entries(packed.files)) files.set(path, packageFile(packed.package, inPackage));
  for (const path of namedPaths(manifest)) {
    if (!files.has(path)) files.set(path, readModuleFile(join(folder, path)));
  }
  return withTexts(manifest, files);
}

/**
 * A module around files of installed packages. Manifest, README and changelog lie in `demo/modules`; everything else is read
 * when packing. Version and licence are the package's own. Versions are given oldest first.
 */
export function packageEntry(namespace: string, name: string, versions: readonly PackedVersion[]): CatalogueEntry {
  const folder = moduleFolder(namespace, name);
  return { namespace, name, versions: versions.map((packed) => () => packVersion(folder, packed)) };
}

/** `files` of a manifest for sources that keep their folders below one destination. */
export const filesBelow = (dest: string, paths: readonly string[]) =>
  paths.map((src) => ({ src, dest: `${dest}/${src}`, mode: 'copy' }));
