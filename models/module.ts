import { Schema } from 'mongoose';
import {
  type CardPreview,
  type Palette,
  type SearchText,
  type ThemeColors,
  VISIBILITIES,
  type Visibility,
} from '@/types/module';
import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { defineModel } from './define-model';

/** Fields that every kind has. The fields of one kind lie under its camelCase key (see module-kinds/). */
export type ModuleDocument = {
  namespace: string;
  name: string;
  /** What look-alike names have in common; unique in a namespace. */
  nameKey: string;
  kind: ModuleKind;
  title: string;
  summary: string;
  keywords: string[];
  license: string;
  visibility: Visibility;
  version: string;
  versionCount: number;
  palette: Palette | null;
  preview: CardPreview;
  deprecated: { reason: string; replacement: string | null } | null;
  stars: number;
  downloads: number;
  rating: { average: number; count: number };
  /** Copies of the counters, refreshed in batches: what lists sort by moves once for many stars. */
  rank: { trending: number; downloads: number; stars: number; rating: number };
  /** The words that it is found by; null unless the module is public. */
  search: SearchText | null;
  /** What lists filter and count by: `kind:prompt`, `tag:zsh`, `author:ada` …; empty unless the module is public. */
  facets: string[];
  /** What the latest version occupies on a machine: `dest:{config}/x`, `alias:gs`, `command:foo`, `keys:tmux C-a`. Empty unless public. */
  claims: string[];
  /** Modules that the latest version depends on or, for a bundle, contains, as `@ns/name`. Empty unless public. */
  dependsOn: string[];
  /** Of a colour theme: what colour search and the strip of hues go by. */
  colors: ThemeColors | null;
  /** Which version of the derived fields this row has; older rows are derived again by the job `refresh-listings`. */
  listingShape: number;
  /** When anything that lists show or search last changed; the search index reads on from here. */
  changedAt: Date;
  /** Set by whatever moves a counter; the batch that refreshes `rank` looks for it. */
  rankStale: boolean;
  /** Compare-and-set counter for everything that publishing derives. */
  revision: number;
  publishedAt: Date;
  updatedAt: Date;
};

const number = { type: Number, default: 0 };
const schema = new Schema<ModuleDocument>(
  {
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    kind: { type: String, enum: MODULE_KINDS, required: true },
    title: { type: String, required: true },
    summary: { type: String, required: true },
    keywords: { type: [String], default: [] },
    license: { type: String, required: true },
    visibility: { type: String, enum: VISIBILITIES, default: 'public' },
    version: { type: String, required: true },
    versionCount: number,
    palette: { type: Schema.Types.Mixed, default: null },
    preview: { type: Schema.Types.Mixed, required: true },
    deprecated: { type: Schema.Types.Mixed, default: null },
    stars: number,
    downloads: number,
    rating: { average: number, count: number },
    rank: { trending: number, downloads: number, stars: number, rating: number },
    search: { type: Schema.Types.Mixed, default: null },
    facets: { type: [String], default: [] },
    claims: { type: [String], default: [] },
    dependsOn: { type: [String], default: [] },
    colors: { type: Schema.Types.Mixed, default: null },
    listingShape: number,
    changedAt: { type: Date, default: () => new Date() },
    rankStale: { type: Boolean, default: true },
    revision: number,
    publishedAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, discriminatorKey: 'kind' },
);
schema.index({ namespace: 1, name: 1 }, { unique: true });
schema.index({ namespace: 1, nameKey: 1 }, { unique: true });
schema.index({ namespace: 1, updatedAt: -1, _id: -1 });
schema.index({ claims: 1, 'rank.trending': -1, _id: -1 });
schema.index({ dependsOn: 1, 'rank.trending': -1, _id: -1 });
schema.index({ 'colors.cells': 1, 'rank.trending': -1, _id: -1 });
schema.index({ listingShape: 1 });
schema.index({ changedAt: 1, _id: 1 });
schema.index({ rankStale: 1 }, { partialFilterExpression: { rankStale: true } });
export const ModuleModel = defineModel('Module', schema);
