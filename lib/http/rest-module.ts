import type { ModuleDto } from '@/types/module';
import { KIND_KEYS } from '@/types/module-kind';

/** A module as the REST API gives it: the kind's fields lie under the key that they have in the manifest. */
export function toRestModule({ kindFields, readme, changelog, ...module }: ModuleDto): Record<string, unknown> {
  return { ...module, [KIND_KEYS[module.kind]]: kindFields, readme, changelog };
}
