import { hash } from 'node:crypto';
import { dirname } from 'node:path';

import type { Change, Contents, Disk, FileState, Home, Installed, Plan, ReadyModule } from '@/cli/types';
import { type ManifestInput, manifestSchema } from '@/lib/manifest/schema';

export const ROOT = '/home/ada';

export const testHome = (more: Partial<Home> = {}): Home => ({
  root: ROOT,
  dirs: {
    home: ROOT,
    config: `${ROOT}/.config`,
    data: `${ROOT}/.local/share`,
    state: `${ROOT}/.local/state`,
    cache: `${ROOT}/.cache`,
    bin: `${ROOT}/.local/bin`,
  },
  own: {
    state: `${ROOT}/.local/state/dotkit`,
    data: `${ROOT}/.local/share/dotkit`,
    config: `${ROOT}/.config/dotkit`,
    cache: `${ROOT}/.cache/dotkit`,
  },
  os: 'linux',
  arch: 'x64',
  umask: 0o022,
  ...more,
});

export const NOTHING: Installed = { formatVersion: 1, modules: {}, shared: {}, folders: [] };
const ABSENT: FileState = { type: 'absent' };
const shaOf = (bytes: Buffer) => hash('sha256', bytes, 'hex');
const same = (a: FileState, b: FileState) => JSON.stringify(a) === JSON.stringify(b);

/** A home directory in memory, with a content store, that carries out plans as strictly as the disk does. */
export class MemoryHome {
  private readonly tree = new Map<string, FileState>([[ROOT, { type: 'folder', perm: 0o755 }]]);
  readonly store = new Map<string, Buffer>();
  installed: Installed = NOTHING;

  readonly contents: Contents = { read: (sha256) => this.store.get(sha256) ?? null };
  readonly disk: Disk = {
    state: (path) => this.state(path),
    bytes: (path) => {
      const state = this.state(path);
      return state.type === 'file' ? (this.store.get(state.sha256) ?? null) : null;
    },
    obstacle: (path) => {
      const parents: string[] = [];
      for (let at = dirname(path); at.length > ROOT.length; at = dirname(at)) parents.unshift(at);
      return parents.find((at) => !['folder', 'absent'].includes(this.state(at).type)) ?? null;
    },
  };

  state(path: string): FileState {
    return this.tree.get(path) ?? ABSENT;
  }

  put(bytes: Buffer): string {
    this.store.set(shaOf(bytes), bytes);
    return shaOf(bytes);
  }

  text(path: string): string | null {
    return this.disk.bytes(path)?.toString('utf8') ?? null;
  }

  mkdir(path: string, perm = 0o755): this {
    if (dirname(path).length >= ROOT.length && this.state(dirname(path)).type === 'absent') this.mkdir(dirname(path));
    this.tree.set(path, { type: 'folder', perm });
    return this;
  }

  set(path: string, state: FileState): this {
    if (state.type === 'absent') this.tree.delete(path);
    else {
      if (this.state(dirname(path)).type === 'absent') this.mkdir(dirname(path));
      this.tree.set(path, state);
    }
    return this;
  }

  write(path: string, text: string | Buffer, perm = 0o644): this {
    return this.set(path, { type: 'file', sha256: this.put(Buffer.from(text)), perm });
  }

  /** Every path and what is there, to compare. */
  snapshot(): Record<string, FileState> {
    return Object.fromEntries([...this.tree].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private carryOut({ path, before, after }: Change): void {
    if (!same(this.state(path), before)) throw new Error(`${path} is not as the plan found it`);
    if (after.type === 'absent') {
      const isEmpty = ![...this.tree.keys()].some((other) => other.startsWith(`${path}/`));
      if (before.type !== 'folder' || isEmpty) this.tree.delete(path);
      return;
    }
    if (this.state(dirname(path)).type !== 'folder') throw new Error(`${path} lies in no folder`);
    if (after.type === 'file' && !this.store.has(after.sha256)) throw new Error(`${path}: content unknown`);
    this.tree.set(path, after);
  }

  apply(plan: Plan): this {
    for (const bytes of plan.made.values()) this.put(bytes);
    for (const change of plan.changes) this.carryOut(change);
    this.installed = plan.installed;
    return this;
  }
}

export type TestFile = { dest: string; content?: string | Buffer; executable?: boolean } & Partial<
  Pick<ManifestInput['files'][number], 'mode' | 'line' | 'when' | 'perm' | 'src'>
>;

/** A verified version, its files in the store of a home. The manifest goes through the real schema. */
export function readyModule(
  home: MemoryHome,
  ref: string,
  version: string,
  files: TestFile[],
  more: Record<string, unknown> & { values?: ReadyModule['variables'] } = {},
): ReadyModule {
  const { values = {}, ...fields } = more;
  const contents = new Map<string, ReadyModule['files'] extends ReadonlyMap<string, infer F> ? F : never>();
  const entries = files.map(({ content = '', executable = false, ...file }, at) => {
    if (file.line !== undefined) return { mode: 'source-line' as const, ...file };
    const src = file.src ?? `files/${at}`;
    const bytes = Buffer.from(content);
    contents.set(src, { sha256: home.put(bytes), size: bytes.length, executable });
    return { ...file, src };
  });
  const manifest = manifestSchema.parse({
    schemaVersion: 1,
    name: ref,
    version,
    ...(fields.kind === undefined && { kind: 'wm-config', wmConfig: { wm: 'sway' } }),
    title: 'A module',
    summary: 'For tests.',
    license: 'MIT',
    files: entries,
    ...fields,
  });
  return {
    ref,
    version,
    integrity: `sha256-${shaOf(Buffer.from(`${ref} ${version}`))}`,
    manifest,
    capabilities: { runs: [], network: [], root: false, labels: [] },
    range: '*',
    files: contents,
    storeFolder: `${ROOT}/.local/share/dotkit/store/${ref.slice(1)}/${version}-0123456789ab`,
    variables: values,
  };
}
