import { z } from 'zod';
import { WRITE_MODES } from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';
import { type Change, type FileState, type Installed, TRANSACTION_ACTIONS, type Transaction } from '../types';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const perm = z.int().min(0).max(0o777);
const path = z.string().startsWith('/');

const fileState: z.ZodType<FileState> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('absent') }),
  z.object({ type: z.literal('file'), sha256, perm }),
  z.object({ type: z.literal('link'), target: z.string() }),
  z.object({ type: z.literal('folder'), perm }),
  z.object({ type: z.literal('other') }),
]);

const change: z.ZodType<Change> = z.object({ path, before: fileState, after: fileState });

export const transactionSchema: z.ZodType<Transaction> = z.object({
  id: z.int().min(1),
  action: z.enum(TRANSACTION_ACTIONS),
  at: z.iso.datetime(),
  modules: z.array(z.object({ ref: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  changes: z.array(change),
});

const write = z.object({
  path,
  dest: z.string(),
  mode: z.enum(WRITE_MODES),
  src: z.string().nullable(),
  written: fileState,
  original: fileState,
});

const receipt = z.object({
  ref: z.string(),
  version: z.string(),
  integrity: z.templateLiteral(['sha256-', z.string()]),
  kind: z.enum(MODULE_KINDS),
  title: z.string(),
  range: z.string().nullable(),
  dependencies: z.record(z.string(), z.string()),
  capabilities: z.object({
    runs: z.array(z.string()),
    network: z.array(z.string()),
    root: z.boolean(),
    labels: z.array(z.string()),
  }),
  claims: z.array(z.string()),
  hooks: z.object({ afterInstall: z.string().exactOptional(), beforeUninstall: z.string().exactOptional() }),
  storeFolder: path,
  writes: z.array(write),
});

export const installedSchema: z.ZodType<Installed> = z.object({
  formatVersion: z.literal(1),
  modules: z.record(z.string(), receipt),
  shared: z.record(path, z.object({ created: z.boolean(), addedNewline: z.boolean() })),
  folders: z.array(path),
});
