import { withTexts } from '../folder';
import { type CatalogueEntry, type Manifest, type ModuleFile, type ModuleVersion, textFile } from '../source';
import { themeChangelog, themeReadme } from './documents';
import type { Variant } from './palette';
import { TARGETS, type TargetName } from './targets';

export type Release = {
  version: string;
  targets: readonly TargetName[];
  variants?: readonly string[];
  notes: readonly string[];
};

export type Theme = {
  namespace: string;
  name: string;
  title: string;
  summary: string;
  /** Prose of the README, above the generated tables. */
  story: string;
  license: string;
  keywords: readonly string[];
  portOf?: string;
  homepage?: string;
  /** Called when the archive is packed: ports read their colours from the installed package then. */
  variants: () => readonly Variant[];
  /** Files that must travel with the colours, such as a licence text. */
  extra?: () => Map<string, ModuleFile>;
  /** Newest first. */
  releases: readonly [Release, ...Release[]];
};

function appearance(variants: readonly Variant[]): 'dark' | 'light' | 'both' {
  const dark = variants.filter((variant) => variant.dark).length;
  if (dark === 0) return 'light';
  return dark === variants.length ? 'dark' : 'both';
}

const targetFile = (target: TargetName, variant: Variant) =>
  `${TARGETS[target].folder}/${variant.slug}${TARGETS[target].extension}`;

function manifestOf(theme: Theme, release: Release, variants: readonly Variant[]): Manifest {
  const pairs = release.targets.flatMap((target) => variants.map((variant) => ({ target, variant })));
  return {
    schemaVersion: 1,
    name: `@${theme.namespace}/${theme.name}`,
    version: release.version,
    kind: 'color-theme',
    title: theme.title,
    summary: theme.summary,
    license: theme.license,
    keywords: [...theme.keywords],
    ...(theme.homepage === undefined ? {} : { links: { homepage: theme.homepage } }),
    files: pairs.map(({ target, variant }) => ({
      src: targetFile(target, variant),
      dest: `${TARGETS[target].dest}/${variant.slug}${TARGETS[target].extension}`,
      mode: 'copy',
    })),
    readme: 'README.md',
    changelog: 'CHANGELOG.md',
    colorTheme: {
      appearance: appearance(variants),
      variants: variants.map(({ name, palette }) => ({ name, palette })),
      targets: pairs.map(({ target, variant }) => ({ app: target, file: targetFile(target, variant) })),
      ...(theme.portOf === undefined ? {} : { portOf: theme.portOf }),
    },
  };
}

function versionOf(theme: Theme, release: Release): ModuleVersion {
  const all = theme.variants();
  const variants = release.variants === undefined ? all : all.filter(({ slug }) => release.variants?.includes(slug));
  const files = new Map<string, ModuleFile>(theme.extra?.());
  for (const target of release.targets) {
    for (const variant of variants) {
      files.set(targetFile(target, variant), textFile(TARGETS[target].render(variant)));
    }
  }
  files.set('README.md', textFile(themeReadme(theme, release, variants)));
  files.set('CHANGELOG.md', textFile(themeChangelog(theme)));
  return withTexts(manifestOf(theme, release, variants), files);
}

/** A theme whose files are drawn from its palette, so that every application shows the same colours. */
export function themeEntry(theme: Theme): CatalogueEntry {
  return {
    namespace: theme.namespace,
    name: theme.name,
    versions: theme.releases.toReversed().map((release) => () => versionOf(theme, release)),
  };
}
