import increment from 'semver/functions/inc.js';
import type { ModuleDto } from '@/types/module';
import type { ManifestDraft } from './draft';

/** Where the manifest of a module's next version begins: at the last one, with the next patch number. */
export function nextDraft(
  manifest: Record<string, unknown>,
  module: Pick<ModuleDto, 'namespace' | 'name' | 'kind' | 'version'>,
): ManifestDraft {
  const files = Array.isArray(manifest.files) ? manifest.files : [];
  return {
    ...manifest,
    kind: module.kind,
    name: `@${module.namespace}/${module.name}`,
    version: increment(module.version, 'patch') ?? '',
    files,
  };
}
