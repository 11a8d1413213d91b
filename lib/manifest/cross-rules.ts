import type { ModuleKind } from '@/types/module-kind';

import { destFault, homePath } from './dest';
import type { FileEntry } from './files';
import type { ManifestCode } from './finding-codes';

export type Issue = { path: (string | number)[]; code: ManifestCode; message: string };

type Subject = {
  kind: ModuleKind;
  name: string;
  files: FileEntry[];
  dependencies?: Record<string, string>;
  conflicts?: string[];
  variables?: { key: string }[];
};

const overlap = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined || a.some((one) => b.includes(one));

const shares = (a: FileEntry, b: FileEntry): boolean =>
  overlap(a.when?.os, b.when?.os) && overlap(a.when?.arch, b.when?.arch);

/** A block or a line is added to a file; the other modes own the whole file. */
const isWhole = (entry: FileEntry): boolean => entry.mode !== 'block' && entry.mode !== 'source-line';

function* destIssues({ files, kind }: Subject): Generator<Issue> {
  const owners = new Map<string, FileEntry[]>();
  for (const [index, entry] of files.entries()) {
    const fault = destFault(entry.dest, kind);
    if (fault !== null) yield { path: ['files', index, 'dest'], ...fault };
    const key = homePath(entry.dest) ?? entry.dest;
    const others = owners.get(key) ?? [];
    if (others.some((other) => (isWhole(entry) || isWhole(other)) && shares(entry, other))) {
      yield {
        path: ['files', index, 'dest'],
        code: 'dest-conflict',
        message: 'An earlier entry writes this destination.',
      };
    }
    owners.set(key, [...others, entry]);
  }
  for (const [index, entry] of files.entries()) {
    const path = homePath(entry.dest) ?? entry.dest;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (owners.get(path.slice(0, slash))?.some((other) => shares(entry, other)) !== true) continue;
      yield {
        path: ['files', index, 'dest'],
        code: 'dest-conflict',
        message: 'This lies below a file that another entry writes.',
      };
    }
  }
}

function* selfIssues({ name, dependencies, conflicts }: Subject): Generator<Issue> {
  const message = 'A module cannot name itself here.';
  if (dependencies !== undefined && Object.hasOwn(dependencies, name)) {
    yield { path: ['dependencies', name], code: 'dependency-self', message };
  }
  const index = conflicts?.indexOf(name) ?? -1;
  if (index >= 0) yield { path: ['conflicts', index], code: 'dependency-self', message };
}

function* variableIssues({ variables }: Subject): Generator<Issue> {
  const seen = new Set<string>();
  for (const [index, { key }] of (variables ?? []).entries()) {
    if (seen.has(key))
      yield { path: ['variables', index, 'key'], code: 'manifest-invalid', message: 'Two variables have this key.' };
    seen.add(key);
  }
}

/** What is wrong with a manifest whose single fields are all valid. */
export function* crossIssues(subject: Subject): Generator<Issue> {
  yield* destIssues(subject);
  yield* selfIssues(subject);
  yield* variableIssues(subject);
}
