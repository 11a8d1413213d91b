import type { Finding } from './finding';
import type { ModuleKind } from './module-kind';

export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const SORTS = ['relevance', 'trending', 'downloads', 'stars', 'rating', 'updated', 'new'] as const;
export type Sort = (typeof SORTS)[number];

export const WRITE_MODES = ['copy', 'link', 'template', 'create-only', 'block', 'source-line'] as const;
export type WriteMode = (typeof WRITE_MODES)[number];

export const OPERATING_SYSTEMS = ['linux', 'macos', 'windows', 'bsd'] as const;
export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];

/** Colours are `#rrggbb`; `ansi` holds the sixteen terminal colours in their usual order. */
export type Palette = {
  background: string;
  foreground: string;
  cursor?: string;
  selection?: string;
  accent?: string;
  ansi: string[];
};

/** Normalised words of a module, separated by blanks, by where they stand. */
export type SearchText = Record<
  'name' | 'title' | 'owner' | 'tags' | 'provides' | 'kind' | 'summary' | 'readme',
  string
>;

/** What a colour theme is found by. Hue in degrees, null for a grey one; contrast of foreground on background as WCAG counts it. */
export type ThemeColors = {
  hue: number | null;
  contrast: number;
  /** Cells of a Lab grid that its colours lie in: where the search for the nearest colour begins. */
  cells: string[];
  /** The colours themselves: background, foreground, accent (or nothing), then the sixteen of the terminal. */
  variants: { name: string; colors: string[] }[];
};

/** What a card draws: the thing itself, in one of five shapes. Derived from the manifest by `lib/modules/card-preview.ts`. */
export type CardPreview =
  | { shape: 'palette'; variant: string; palette: Palette; variants: number }
  | { shape: 'ansi'; ansi: string }
  | { shape: 'keys'; rows: { keys: string; does: string }[] }
  | { shape: 'lines'; rows: { left: string; right: string }[] }
  | { shape: 'chips'; label: string; items: string[]; more: number };

/** One row of a list. Times are UTC ISO-8601. */
export type ModuleItemDto = {
  namespace: string;
  name: string;
  title: string;
  summary: string;
  kind: ModuleKind;
  version: string;
  license: string;
  keywords: string[];
  downloads: number;
  stars: number;
  rating: { average: number; count: number };
  publishedAt: string;
  updatedAt: string;
  palette?: Palette;
  preview: CardPreview;
};

/** One path that installing touches: the row of the write map. */
export type WriteDto = {
  dest: string;
  mode: WriteMode;
  src?: string;
  line?: string;
  /** Permissions in octal, where the manifest sets them. */
  perm?: string;
  when?: { os?: OperatingSystem[]; arch?: string[] };
};

export type CapabilitiesDto = {
  /** Programs that the module may run. */
  runs: string[];
  /** Hosts that it may talk to; `*` is any. */
  network: string[];
  root: boolean;
  /** What the scan of the files found, beyond what the manifest declares: `remote-script`, `sudo`, `invisible-unicode` … */
  labels: string[];
};

export type VersionRefDto = { version: string; publishedAt: string; yanked?: { reason: string; at: string } };

/** A page of a module's versions, newest first. The next one begins after the version `nextBefore`. */
export type VersionHistoryDto = {
  items: (VersionRefDto & {
    size: number;
    sha256: string;
    /** The version published before it. */
    previous: string | null;
    /** What the changelog says of it, in Markdown. */
    changes: string | null;
  })[];
  nextBefore: string | null;
};

export type ModuleDto = ModuleItemDto & {
  versions: VersionRefDto[];
  capabilities: CapabilitiesDto;
  writes: WriteDto[];
  requires: { os?: string[]; arch?: string[]; apps?: Record<string, string>; commands?: string[] };
  provides: { commands?: string[]; aliases?: string[]; keybindings?: { keys: string; does: string }[] };
  dependencies: Record<string, string>;
  deprecated?: { reason: string; replacement?: string };
  visibility: Visibility;
  links: { homepage?: string; repository?: string; issues?: string };
  /** Markdown source of the latest version; never rendered as an HTML string. */
  readme: string | null;
  changelog: string | null;
  sizeBytes: number;
  sha256: string;
  /** The kind object of the manifest, under its own key too in the REST answer. */
  kindFields: Record<string, unknown>;
};

export type FileDto = { path: string; size: number; mode: number; sha256: string };

export type VersionDto = {
  namespace: string;
  name: string;
  version: string;
  publishedAt: string;
  yanked?: { reason: string; at: string };
  manifest: Record<string, unknown>;
  files: FileDto[];
  writes: WriteDto[];
  capabilities: CapabilitiesDto;
  warnings: Finding[];
  readme: string | null;
  changelog: string | null;
  sha256: string;
  size: number;
};

/** Downloads of each UTC day from `first` (`YYYY-MM-DD`) on. */
export type DownloadDaysDto = { first: string; counts: number[] };

export type FacetDto = { value: string; count: number };
export type Page<T> = { items: T[]; nextCursor: string | null };
/**
 * `total` is exact up to the bound; a larger list answers the bound itself and `totalIsBound`. Facets are exact for one word or one
 * filter, and for up to a thousand modules; beyond, they may be estimates.
 */
export type ModulePage = Page<ModuleItemDto> & {
  total: number;
  totalIsBound: boolean;
  facets: Record<'kind' | 'app' | 'os' | 'shell' | 'license' | 'appearance' | 'tag' | 'capability', FacetDto[]>;
  previousCursor: string | null;
  /** The query as it was understood when its typing errors were mended; the results are for it. */
  spelling?: string;
  /** When nothing was found: what to leave out (`q`, a filter, `word:<word>`), and how many modules that gives. */
  looser?: { without: string; total: number }[];
};

export const UPLOAD_STATUSES = ['uploading', 'verifying', 'published', 'rejected'] as const;
export type UploadStatus = (typeof UPLOAD_STATUSES)[number];

export type UploadDto = {
  uploadId: string;
  namespace: string;
  name: string;
  status: UploadStatus;
  findings: Finding[];
  version?: string;
};

export type AccountDto = {
  username: string;
  displayName: string;
  bio: string;
  joinedAt: string;
};

export type CollectionDto = {
  owner: string;
  slug: string;
  title: string;
  description: string;
  visibility: 'public' | 'private';
  items: { module: ModuleItemDto; note: string }[];
  updatedAt: string;
};

export type CollectionSummaryDto = {
  owner: string;
  slug: string;
  title: string;
  description: string;
  visibility: 'public' | 'private';
  count: number;
  updatedAt: string;
};

export type HomeDto = {
  total: number;
  kinds: FacetDto[];
  trending: ModuleItemDto[];
  fresh: ModuleItemDto[];
  updated: ModuleItemDto[];
  featured: ModuleItemDto[];
  /** Round the colour wheel; those without a hue apart. */
  themes: Record<'coloured' | 'greys', ModuleItemDto[]>;
  collections: CollectionSummaryDto[];
};

export type ProfileDto = { account: AccountDto; modules: ModuleItemDto[]; collections: CollectionSummaryDto[] };

/** A module as its owner sees it in the dashboard. */
export type OwnModuleDto = ModuleItemDto & { visibility: Visibility };

export type SuggestionDto = { namespace: string; name: string; title: string; kind: ModuleKind };

export type TokenDto = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};
