import type { z } from 'zod';
import type { ModuleDto } from '@/types/module';
import { KIND_KEYS } from '@/types/module-kind';
import type { moduleShape } from './shapes/module';

/** A module as the REST API gives it: the kind's fields lie under the key that they have in the manifest. */
export function toRestModule({ kindFields, ...module }: ModuleDto): z.output<typeof moduleShape> {
  // The manifest was read by the schema of its kind when it was published; the database gives it back untyped.
  const kindObject = { [KIND_KEYS[module.kind]]: kindFields } as Partial<z.output<typeof moduleShape>>;
  return { ...module, ...kindObject };
}
