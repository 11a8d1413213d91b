import type { Manifest } from '@/lib/manifest/schema';
import type { CapabilitiesDto, OperatingSystem, WriteMode } from '@/types/module';
import type { ModuleKind } from '@/types/module-kind';

/** `@namespace/name`. */
export type Ref = string;
/** 64 hexadecimal digits. */
export type Sha256 = string;
/** `sha256-` and the hash in base64, as subresource integrity writes it. */
export type Integrity = `sha256-${string}`;

/** The home directory that is worked in. Every path is absolute and free of symbolic links up to and including `root`. */
export type Home = {
  root: string;
  /** What the prefixes of destinations mean here. */
  dirs: Record<'home' | 'config' | 'data' | 'state' | 'cache' | 'bin', string>;
  /** dotkit's own folders below state, data, config and cache. */
  own: Record<'state' | 'data' | 'config' | 'cache', string>;
  os: OperatingSystem;
  /** As `process.arch` says it: `x64`, `arm64`. */
  arch: string;
  /** Permission bits that new files do without. */
  umask: number;
};

/**
 * What is at one path. `perm` holds the nine permission bits. A symbolic link is itself, never what it leads to.
 * `other` is a device, a socket or a pipe, which nothing here ever touches.
 */
export type FileState =
  | { type: 'absent' }
  | { type: 'file'; sha256: Sha256; perm: number }
  | { type: 'link'; target: string }
  | { type: 'folder'; perm: number }
  | { type: 'other' };

/**
 * One path before and after. Contents are named by hash and lie in the content store before a change is carried out.
 * A folder that goes (`folder` → `absent`) goes only when it is empty.
 */
export type Change = { path: string; before: FileState; after: FileState };

/** What the planner may ask of the disk. Answers are of one moment; the transaction checks them again before each write. */
export type Disk = {
  state: (path: string) => FileState;
  /** The bytes of a regular file; null for anything else. */
  bytes: (path: string) => Buffer | null;
  /** The first component of a path below the root that is a symbolic link or no folder, if there is one. */
  obstacle: (path: string) => string | null;
};

/** Bytes by their hash. */
export type Contents = { read: (sha256: Sha256) => Buffer | null };

/** One file that a module may write: bytes by hash, whether it is executable, and where it lies for links. */
export type ModuleFile = { sha256: Sha256; size: number; executable: boolean };

export type VariableValue = string | number | boolean;

/** A verified version, its files in the content store, ready to be planned. */
export type ReadyModule = {
  ref: Ref;
  version: string;
  integrity: Integrity;
  manifest: Manifest;
  capabilities: CapabilitiesDto;
  /** What was asked for; null when it is there only because others depend on it. */
  range: string | null;
  files: ReadonlyMap<string, ModuleFile>;
  /** Absolute folder that holds the files which links lead to. */
  storeFolder: string;
  variables: Record<string, VariableValue>;
};

/** One thing that an installed module wrote. */
export type ManagedWrite = {
  path: string;
  dest: string;
  mode: WriteMode;
  src: string | null;
  /** What stands there because of the module: the whole file or link. For a block and a line, the hash of their text. */
  written: FileState;
  /** What stood there before; put back on leaving. `absent` for a block and a line: their file belongs to others too. */
  original: FileState;
};

/** One installed module. */
export type Receipt = {
  ref: Ref;
  version: string;
  integrity: Integrity;
  kind: ModuleKind;
  title: string;
  range: string | null;
  dependencies: Record<Ref, string>;
  capabilities: CapabilitiesDto;
  /** As `claimsOf` writes them; what clashes are found by. */
  claims: string[];
  /** Scripts inside the store folder, run only when somebody asked for it. */
  hooks: { afterInstall?: string; beforeUninstall?: string };
  storeFolder: string;
  writes: ManagedWrite[];
};

/** A file that holds blocks and lines: what to undo when the last of them goes. */
export type SharedFile = { created: boolean; addedNewline: boolean };

/** Everything that is installed in one home directory: `{state}/dotkit/installed.json`. */
export type Installed = {
  formatVersion: 1;
  modules: Record<Ref, Receipt>;
  shared: Record<string, SharedFile>;
  /** Folders that were made for modules; they go when they are empty and nothing managed lies in them. */
  folders: string[];
};

export const STEP_ACTIONS = [
  'create',
  'replace',
  'link',
  'block',
  'source-line',
  'merge',
  'remove',
  'restore',
  'unchanged',
  'keep',
  'skip',
  'conflict',
] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** One line of a plan. `reason` says why it is kept, skipped or in conflict. */
export type Step = {
  ref: Ref;
  path: string;
  action: StepAction;
  reason?: string;
  /** Sensitive enough to need a consent of its own. */
  consent?: string;
  change?: Change;
};

export type Clash = { kind: 'alias' | 'keys' | 'command'; what: string; programs: string[]; with: Ref };

/** Everything that will happen, before any of it does. */
export type Plan = {
  steps: Step[];
  /** In the order in which they are carried out; empty when there is nothing to do. */
  changes: Change[];
  /** Bytes that are in no store yet: rendered templates, files with a block, merges. */
  made: Map<Sha256, Buffer>;
  installed: Installed;
  clashes: Clash[];
};

export const TRANSACTION_ACTIONS = ['install', 'update', 'uninstall', 'rollback'] as const;
export type TransactionAction = (typeof TRANSACTION_ACTIONS)[number];

export type ModuleMove = { ref: Ref; from: string | null; to: string | null };

/** One finished transaction, as the history keeps it. Ids count up from 1. */
export type Transaction = {
  id: number;
  action: TransactionAction;
  /** UTC, ISO-8601. */
  at: string;
  modules: ModuleMove[];
  changes: Change[];
};

/** `{config}/dotkit/dotkit.lock.json`. Sorted keys, no times, no addresses, no secrets. */
export type Lock = {
  lockfileVersion: 1;
  modules: Record<
    Ref,
    { version: string; integrity: Integrity; range: string | null; dependencies: Record<Ref, string> }
  >;
};
