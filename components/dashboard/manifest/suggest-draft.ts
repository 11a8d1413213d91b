import { NAME_PATTERN } from '@/lib/manifest/names';
import { TAG_PATTERN } from '@/lib/manifest/text';
import { isSpdx, isStrictVersion } from '@/lib/manifest/versions';
import type { FileDraft, ManifestDraft } from './draft';

/** Rows that are filled in; more would be a wall. */
export const MOST_SUGGESTED = 60;
const NOT_INSTALLED =
  /(?:^|\/)(?:readme|license|licence|copying|changelog|contributing|code_of_conduct|security)[^/]*$|(?:^|\/)(?:package(?:-lock)?\.json|dotkit\.json|\.(?:git|npm)(?:ignore|attributes)|\.editorconfig|\.ds_store)$|(?:^|\/)(?:\.github|node_modules|tests?|docs?|screenshots?)\/|\.(?:png|jpe?g|gif|webp|svg)$/i;

/** Where a file of the archive most likely belongs. */
export function suggestDest(path: string, name: string): string {
  if (path.startsWith('.config/')) return `{config}/${path.slice('.config/'.length)}`;
  if (path.startsWith('.local/bin/')) return `{bin}/${path.slice('.local/bin/'.length)}`;
  if (path.startsWith('bin/')) return `{bin}/${path.slice('bin/'.length)}`;
  if (path.startsWith('.')) return `{home}/${path}`;
  return `{config}/${name || 'module'}/${path}`;
}

export function suggestFiles(paths: readonly string[], name: string): FileDraft[] {
  return paths
    .filter((path) => !NOT_INSTALLED.test(path))
    .slice(0, MOST_SUGGESTED)
    .map((src) => ({ src, dest: suggestDest(src, name), mode: 'copy' }));
}

type Known = { name: string; version: string; title: string; summary: string; license: string } & {
  keywords: string[];
  links: Record<string, string>;
};

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const titleOf = (name: string) => name.replace(/[-._]+/g, ' ').replace(/^./, (first) => first.toUpperCase());
const plainName = (raw: string) => {
  const name = raw
    .toLowerCase()
    .replace(/^@[^/]*\//, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return NAME_PATTERN.test(name) ? name : '';
};
const webAddress = (value: unknown) => {
  const raw = typeof value === 'object' && value !== null && 'url' in value ? text(value.url) : text(value);
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(raw)?.[1];
  const url = short
    ? `https://github.com/${short}`
    : raw
        .replace(/^git\+/, '')
        .replace(/^git:/, 'https:')
        .replace(/\.git$/, '');
  return /^https?:\/\//.test(url) ? url : '';
};

/** What a `package.json` says that a manifest asks for too. */
function fromPackage(source: string): Partial<Known> {
  try {
    const found: unknown = JSON.parse(source);
    if (typeof found !== 'object' || found === null) return {};
    const { name, version, description, license, keywords, homepage, repository, bugs } = found as Record<
      string,
      unknown
    >;
    const tags = Array.isArray(keywords) ? keywords.map((tag) => text(tag).toLowerCase()) : [];
    return {
      name: plainName(text(name)),
      version: isStrictVersion(text(version)) ? text(version) : '',
      summary: text(description).slice(0, 160).trim(),
      license: isSpdx(text(license)) ? text(license) : '',
      keywords: [...new Set(tags.filter((tag) => TAG_PATTERN.test(tag)))].slice(0, 8),
      links: { homepage: webAddress(homepage), repository: webAddress(repository), issues: webAddress(bugs) },
    };
  } catch {
    return {};
  }
}

/** What a file name such as `quiet-git-1.2.0.tgz` says. */
function fromFileName(fileName: string): Partial<Known> {
  const stem = fileName.replace(/\.(?:tgz|tar\.gz)$/i, '');
  const [, name = stem, version = ''] = /^(.+?)-v?(\d+\.\d+\.\d+.*)$/.exec(stem) ?? [];
  return { name: plainName(name), version: isStrictVersion(version) ? version : '' };
}

/** A manifest to begin with, from what the archive tells about itself. */
export function suggestDraft(archive: {
  username: string;
  fileName: string;
  paths: readonly string[];
  packageJson: string | null;
}): ManifestDraft {
  const known = archive.packageJson === null ? {} : fromPackage(archive.packageJson);
  const named = fromFileName(archive.fileName);
  const name = known.name || named.name || '';
  return {
    kind: '',
    name: `@${archive.username}/${name}`,
    version: known.version || named.version || '1.0.0',
    title: titleOf(name),
    summary: known.summary ?? '',
    license: known.license ?? '',
    keywords: known.keywords ?? [],
    links: known.links ?? {},
    files: suggestFiles(archive.paths, name),
    colorTheme: { variants: [{ name: titleOf(name), palette: { background: '', foreground: '', ansi: [] } }] },
  };
}
