import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changelogUpTo } from './changelog';
import { mergePatch } from './merge-patch';
import {
  type CatalogueEntry,
  type Manifest,
  type ModuleFile,
  type ModuleVersion,
  manifestFile,
  textFile,
} from './source';

const MODULES = fileURLToPath(new URL('./modules/', import.meta.url));
const LICENSES = fileURLToPath(new URL('./licenses/', import.meta.url));

export function readModuleFile(path: string): ModuleFile {
  // Git keeps only the executable bit, so only that one is carried over.
  return { bytes: readFileSync(path), mode: statSync(path).mode & 0o100 ? 0o755 : 0o644 };
}

export function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

export const moduleFolder = (namespace: string, name: string) => join(MODULES, namespace, name);

export const readManifest = (folder: string) => readJson(join(folder, 'dotkit.json')) as Manifest;

/** Every path that the manifest names; nothing else goes into the archive. */
export function namedPaths(manifest: Manifest): string[] {
  const sources = manifest.files.flatMap((rule) => (rule.src === undefined ? [] : [rule.src]));
  return [...new Set([...sources, ...[manifest.readme, manifest.changelog].filter((path) => path !== undefined)])];
}

export function withTexts(manifest: Manifest, files: Map<string, ModuleFile>): ModuleVersion {
  const { changelog, version } = manifest;
  const text = changelog === undefined ? undefined : files.get(changelog);
  if (changelog !== undefined && text !== undefined) {
    files.set(changelog, textFile(changelogUpTo(new TextDecoder().decode(text.bytes), version)));
  }
  const license = join(LICENSES, `${manifest.license}.txt`);
  if (!files.has('LICENSE') && existsSync(license)) files.set('LICENSE', readModuleFile(license));
  files.set('dotkit.json', manifestFile(manifest));
  return { manifest, files };
}

/** One version of a folder: files of `history/<version>/` win over the newest ones. */
function readVersion(folder: string, version: string | null): ModuleVersion {
  const newest = readManifest(folder);
  const overlay = version === null ? folder : join(folder, 'history', version);
  const manifest =
    version === null ? newest : (mergePatch(newest, readJson(join(overlay, 'dotkit.patch.json'))) as Manifest);
  const files = new Map<string, ModuleFile>();
  for (const path of namedPaths(manifest)) {
    const own = join(overlay, path);
    files.set(path, readModuleFile(existsSync(own) ? own : join(folder, path)));
  }
  return withTexts(manifest, files);
}

const byVersion = new Intl.Collator('en', { numeric: true }).compare;

/** A module written for the catalogue: `demo/modules/<namespace>/<name>`, older versions as patches in `history/`. */
export function folderEntry(namespace: string, name: string): CatalogueEntry {
  const folder = moduleFolder(namespace, name);
  const history = join(folder, 'history');
  const older = existsSync(history) ? readdirSync(history).sort(byVersion) : [];
  return { namespace, name, versions: [...older, null].map((version) => () => readVersion(folder, version)) };
}

/** All folders, as `[namespace, name]`, in alphabetical order. */
export function listFolders(): [string, string][] {
  return readdirSync(MODULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((owner) => readdirSync(join(MODULES, owner.name)).map((name): [string, string] => [owner.name, name]))
    .sort((a, b) => byVersion(a.join('/'), b.join('/')));
}
