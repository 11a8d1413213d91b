import { z } from 'zod';
import type { ModuleDocument } from '@/models/module';
import type { ModuleVersionDocument } from '@/models/module-version';
import type { CapabilitiesDto, ModuleDto, WriteDto } from '@/types/module';
import { KIND_KEYS } from '@/types/module-kind';
import { itemSchema, toItemDto, visibilitySchema } from './item';

export type VersionRow = Pick<ModuleVersionDocument, 'version' | 'publishedAt' | 'yanked'>;

type ManifestParts = Partial<Pick<ModuleDto, 'requires' | 'provides' | 'dependencies' | 'links'>> &
  Record<string, unknown>;

const NO_CAPABILITIES: CapabilitiesDto = { runs: [], network: [], root: false, labels: [] };

export const toVersionRef = (row: VersionRow) => ({
  version: row.version,
  publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
  ...(row.yanked ? { yanked: { reason: row.yanked.reason, at: row.yanked.at.toISOString() } } : {}),
});

/** A module with its latest version, as pages and the REST API show it. */
export function toModuleDto(module: ModuleDocument, latest: ModuleVersionDocument, versions: VersionRow[]): ModuleDto {
  const manifest = (latest.manifest ?? {}) as ManifestParts;
  const kindFields = manifest[KIND_KEYS[module.kind]];
  return {
    ...toItemDto(module),
    versions: versions.map(toVersionRef),
    capabilities: latest.capabilities ?? NO_CAPABILITIES,
    writes: latest.writes,
    requires: manifest.requires ?? {},
    provides: manifest.provides ?? {},
    dependencies: manifest.dependencies ?? {},
    ...(module.deprecated ? { deprecated: deprecationOf(module.deprecated) } : {}),
    visibility: module.visibility,
    links: manifest.links ?? {},
    readme: latest.readme,
    changelog: latest.changelog,
    sizeBytes: latest.sizeBytes,
    sha256: latest.sha256,
    kindFields: (kindFields ?? {}) as Record<string, unknown>,
  };
}

const deprecationOf = (deprecated: NonNullable<ModuleDocument['deprecated']>) => ({
  reason: deprecated.reason,
  ...(deprecated.replacement ? { replacement: deprecated.replacement } : {}),
});

const texts = z.array(z.string()).exactOptional();
export const capabilitiesSchema = z.object({
  runs: z.array(z.string()),
  network: z.array(z.string()),
  root: z.boolean(),
  labels: z.array(z.string()),
});
export const versionRefSchema = z.object({
  version: z.string(),
  publishedAt: z.string(),
  yanked: z.object({ reason: z.string(), at: z.string() }).exactOptional(),
});
export const writesSchema = z.array(
  z.custom<WriteDto>((value) => typeof value === 'object' && value !== null && 'dest' in value),
);

/** What a cached module must look like. */
export const moduleSchema = itemSchema.extend({
  versions: z.array(versionRefSchema),
  capabilities: capabilitiesSchema,
  writes: writesSchema,
  requires: z.object({
    os: texts,
    arch: texts,
    apps: z.record(z.string(), z.string()).exactOptional(),
    commands: texts,
  }),
  provides: z.object({
    commands: texts,
    aliases: texts,
    keybindings: z.array(z.object({ keys: z.string(), does: z.string() })).exactOptional(),
  }),
  dependencies: z.record(z.string(), z.string()),
  deprecated: z.object({ reason: z.string(), replacement: z.string().exactOptional() }).exactOptional(),
  visibility: visibilitySchema,
  links: z.object({
    homepage: z.string().exactOptional(),
    repository: z.string().exactOptional(),
    issues: z.string().exactOptional(),
  }),
  readme: z.string().nullable(),
  changelog: z.string().nullable(),
  sizeBytes: z.number(),
  sha256: z.string(),
  kindFields: z.record(z.string(), z.unknown()),
});
