import { z } from 'zod';
import type { ModuleDocument } from '@/models/module';
import { MODULE_KINDS } from '@/types/module-kind';
import type { RelatedDto } from '@/types/relations';

/** The fields of a row that a link to it needs. */
export const RELATED_PROJECTION = { namespace: 1, name: 1, title: 1, kind: 1, version: 1 } as const;
export type RelatedFields = Pick<ModuleDocument, keyof typeof RELATED_PROJECTION>;

export const toRelated = ({ namespace, name, title, kind, version }: RelatedFields): RelatedDto => ({
  namespace,
  name,
  title,
  kind,
  version,
});

export const refOf = ({ namespace, name }: { namespace: string; name: string }) => `@${namespace}/${name}`;

export const relatedSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(MODULE_KINDS),
  version: z.string(),
});
