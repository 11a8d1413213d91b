/** Vocabulary of the demo catalogue: where a module's versions come from and what one version holds. */
export type ModuleFile = { bytes: Uint8Array; mode: number };
export type ModuleFiles = ReadonlyMap<string, ModuleFile>;

type FileRule = {
  src?: string;
  dest: string;
  mode?: string;
  line?: string;
  when?: { os?: string[]; arch?: string[] };
  perm?: string;
};

export type Manifest = {
  name: string;
  version: string;
  kind: string;
  license: string;
  files: FileRule[];
  readme?: string;
  changelog?: string;
  [key: string]: unknown;
};

export type ModuleVersion = { manifest: Manifest; files: ModuleFiles };

export type CatalogueEntry = {
  namespace: string;
  name: string;
  /** Oldest first, the order in which they are published. Loaded on demand. */
  versions: readonly (() => ModuleVersion)[];
};

export const textFile = (text: string, mode = 0o644): ModuleFile => ({ bytes: new TextEncoder().encode(text), mode });

export const manifestFile = (manifest: Manifest): ModuleFile => textFile(`${JSON.stringify(manifest, null, 2)}\n`);
