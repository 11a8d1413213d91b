import type { FieldValues } from 'react-hook-form';
import type { WriteMode } from '@/types/module';
import { isModuleKind, KIND_KEYS, type KindKey } from '@/types/module-kind';

export type FileDraft = { src?: string; dest: string; mode: WriteMode; line?: string };

/** A manifest while it is being written: the shape of `dotkit.json`, in which everything may be missing or empty. */
export type ManifestDraft = FieldValues & { kind: string; name: string; version: string; files: FileDraft[] };

/** Keys that stay even when nothing is in them, so that what they lack is named. */
const KEPT = new Set(['files', 'variables', 'palette']);
const OTHER_KINDS: ReadonlySet<string> = new Set<KindKey>(Object.values(KIND_KEYS));

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && value !== null && isEmpty(value));
const isEmpty = (value: object) => Object.keys(value).length === 0;

/** Leaves out what was left empty. Elements of a list stay in their places, so that refusals point at the right one. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    key === 'variables' ? inner : pruned(inner),
  ]);
  return Object.fromEntries(kept.filter(([key, inner]) => (KEPT.has(key) ? inner !== undefined : !isBlank(inner))));
}

/** What `dotkit.json` will hold: nothing empty, and of the kinds' own objects only the chosen kind's. */
export function manifestOf(draft: FieldValues): Record<string, unknown> {
  const own = isModuleKind(draft.kind) ? KIND_KEYS[draft.kind] : null;
  const rest = Object.entries(draft).filter(([key]) => key === own || !OTHER_KINDS.has(key));
  const { schemaVersion: _, ...fields } = pruned(Object.fromEntries(rest)) as Record<string, unknown>;
  return { schemaVersion: 1, ...fields };
}

/** The text of the file. */
export const manifestText = (draft: FieldValues): string => `${JSON.stringify(manifestOf(draft), null, 2)}\n`;
