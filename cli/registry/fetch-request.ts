import type { Output } from '../context';
import type { Home, Integrity, Ref, Sha256, VariableValue } from '../types';
import type { RegistryClient } from './client';

/** One version to fetch, as the resolver chose it. */
export type FetchRequest = {
  ref: Ref;
  version: string;
  /** As the lock has it: the bytes must be these, whatever the registry says. */
  integrity: Integrity | null;
  /** What the registry said while versions were resolved; saves a question when the archive is here. */
  announced?: Sha256 | null;
  range: string | null;
  dependencies: Record<Ref, string>;
  /** What bundles set and what was answered before; the manifest's defaults fill the rest. */
  variables: Readonly<Record<string, VariableValue>>;
};

/** Where file contents go: the content store of the home. */
export type BlobSink = {
  putBytes: (bytes: Buffer) => Promise<Sha256>;
  putFile: (path: string) => Promise<Sha256>;
};

export type FetchEnvironment = {
  home: Home;
  client: RegistryClient;
  blobs: BlobSink;
  progress?: Output['progress'];
};
