import { z } from 'zod';
import { FACETS } from '@/lib/discovery/search/search-index';
import { moduleSchema } from '@/lib/modules/detail';
import { itemSchema } from '@/lib/modules/item';
import {
  type CapabilitiesDto,
  type CardPreview,
  type ModuleDto,
  type ModuleItemDto,
  type ModulePage,
  OPERATING_SYSTEMS,
  type Palette,
  type SuggestionDto,
  type VersionRefDto,
  WRITE_MODES,
  type WriteDto,
} from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';
import { kindObjects } from './kind-objects';
import { bytes, count, exactly, pageOfShape, sha256, texts, time } from './parts';

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const paletteShape = exactly<Palette>()(
  z.object({
    background: color,
    foreground: color,
    cursor: color.exactOptional(),
    selection: color.exactOptional(),
    accent: color.exactOptional(),
    ansi: z.array(color).length(16),
  }),
).meta({ id: 'Palette', description: 'The colours of a theme, `#rrggbb`; `ansi` from black to bright white.' });

const previewShape = exactly<CardPreview>()(
  z.discriminatedUnion('shape', [
    z.object({ shape: z.literal('palette'), variant: z.string(), palette: paletteShape, variants: count }),
    z.object({ shape: z.literal('ansi'), ansi: z.string() }),
    z.object({ shape: z.literal('keys'), rows: z.array(z.object({ keys: z.string(), does: z.string() })) }),
    z.object({ shape: z.literal('lines'), rows: z.array(z.object({ left: z.string(), right: z.string() })) }),
    z.object({ shape: z.literal('chips'), label: z.string(), items: texts, more: count }),
  ]),
).meta({ id: 'Preview', description: 'What a card draws of the module.' });

const item = itemSchema.extend({
  downloads: count,
  stars: count,
  rating: z.object({ average: z.number().min(0).max(5), count }),
  publishedAt: time,
  updatedAt: time,
  palette: paletteShape.exactOptional(),
  preview: previewShape,
});
export const itemShape = exactly<ModuleItemDto>()(item).meta({
  id: 'ModuleItem',
  description: 'A module as lists give it. `version` is the newest one that stands.',
});

export const writeShape = exactly<WriteDto>()(
  z.object({
    dest: z.string(),
    mode: z.enum(WRITE_MODES),
    src: z.string().exactOptional(),
    line: z.string().exactOptional(),
    perm: z.string().exactOptional(),
    when: z
      .object({ os: z.array(z.enum(OPERATING_SYSTEMS)).exactOptional(), arch: texts.exactOptional() })
      .exactOptional(),
  }),
).meta({ id: 'Write', description: 'One path that installing touches.' });

export const capabilitiesShape = exactly<CapabilitiesDto>()(
  z.object({ runs: texts, network: texts, root: z.boolean(), labels: texts }),
).meta({
  id: 'Capabilities',
  description:
    'Programs it may run, hosts it may talk to, whether it wants root, and what the scan of its files found.',
});

export const yankedShape = z.object({ reason: z.string(), at: time }).meta({
  id: 'Yanked',
  description: 'Why and when the version was taken out of resolution.',
});

export const versionRefShape = exactly<VersionRefDto>()(
  z.object({ version: z.string(), publishedAt: time, yanked: yankedShape.exactOptional() }),
).meta({ id: 'VersionRef' });

const detail = moduleSchema.omit({ kindFields: true }).extend({
  ...item.shape,
  versions: z.array(versionRefShape).meta({ description: 'Newest first, at most 500.' }),
  capabilities: capabilitiesShape,
  writes: z.array(writeShape),
  sizeBytes: bytes,
  sha256,
});
/** Everything but the object named after the kind, which `moduleShape` adds. */
export const plainModule = exactly<Omit<ModuleDto, 'kindFields'>>()(detail);

export const moduleShape = plainModule.extend(kindObjects).meta({
  id: 'Module',
  description:
    'A module with its newest version: enough to resolve and to install. It holds one object named after its kind.',
});

const facet = z.array(z.object({ value: z.string(), count }));
const facets = z.object(
  Object.fromEntries(FACETS.map((name) => [name, facet])) as Record<(typeof FACETS)[number], typeof facet>,
);

export const modulePageShape = exactly<ModulePage>()(
  pageOfShape(itemShape).extend({
    total: count.meta({ description: 'How many there are; exact unless `totalIsBound`.' }),
    totalIsBound: z.boolean(),
    facets,
    previousCursor: z.string().nullable(),
    spelling: z.string().exactOptional().meta({ description: 'How mistyped words were read.' }),
    looser: z.array(z.object({ without: z.string(), total: count })).exactOptional(),
  }),
).meta({ id: 'ModulePage' });

export const suggestionsShape = z
  .array(
    exactly<SuggestionDto>()(
      z.object({ namespace: z.string(), name: z.string(), title: z.string(), kind: z.enum(MODULE_KINDS) }),
    ).meta({ id: 'Suggestion' }),
  )
  .max(8);
