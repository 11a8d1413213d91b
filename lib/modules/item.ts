import { z } from 'zod';
import type { ModuleDocument } from '@/models/module';
import { type CardPreview, type ModuleItemDto, type Palette, VISIBILITIES } from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';

/** The fields of a module document that a row of a list needs. */
export const ITEM_PROJECTION = {
  namespace: 1,
  name: 1,
  title: 1,
  summary: 1,
  kind: 1,
  version: 1,
  license: 1,
  keywords: 1,
  downloads: 1,
  stars: 1,
  rating: 1,
  publishedAt: 1,
  updatedAt: 1,
  palette: 1,
  preview: 1,
} as const;

export type ItemFields = Pick<ModuleDocument, keyof typeof ITEM_PROJECTION>;

export const toItemDto = (module: ItemFields): ModuleItemDto => ({
  namespace: module.namespace,
  name: module.name,
  title: module.title,
  summary: module.summary,
  kind: module.kind,
  version: module.version,
  license: module.license,
  keywords: module.keywords,
  downloads: module.downloads,
  stars: module.stars,
  rating: { average: module.rating.average, count: module.rating.count },
  publishedAt: module.publishedAt.toISOString(),
  updatedAt: module.updatedAt.toISOString(),
  ...(module.palette ? { palette: module.palette } : {}),
  preview: module.preview,
});

const custom = <T>(check: (value: unknown) => boolean) => z.custom<T>(check);
const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** What a cached row must look like. */
export const itemSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(MODULE_KINDS),
  version: z.string(),
  license: z.string(),
  keywords: z.array(z.string()),
  downloads: z.number(),
  stars: z.number(),
  rating: z.object({ average: z.number(), count: z.number() }),
  publishedAt: z.string(),
  updatedAt: z.string(),
  palette: custom<Palette>(isObject).exactOptional(),
  preview: custom<CardPreview>((value) => isObject(value) && 'shape' in (value as object)),
});

export const visibilitySchema = z.enum(VISIBILITIES);
