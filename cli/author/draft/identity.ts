import { NAME_PATTERN } from '@/lib/manifest/names';
import { codePoints, hasHiddenInProse, TAG_PATTERN } from '@/lib/manifest/text';
import { isSpdx, isStrictVersion } from '@/lib/manifest/versions';

import { type FolderView, nameOf } from './folder-view';
import { licenseOf } from './license';

/** Who a module is, as far as its folder says so. */
export type Identity = {
  name: string;
  version: string;
  title: string;
  summary: string | null;
  license: string | null;
  keywords: string[];
  links: { homepage?: string; repository?: string; issues?: string };
  readme: string | null;
  changelog: string | null;
};

type Package = Record<string, unknown>;

function packageOf(view: FolderView): Package {
  try {
    const value: unknown = JSON.parse(view.text('package.json'));
    return typeof value === 'object' && value !== null ? (value as Package) : {};
  } catch {
    return {};
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** One line of at most `max` characters, cut at a word; null when nothing is left. */
function lineOf(text: string, max: number): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || hasHiddenInProse(line)) return null;
  if (codePoints(line) <= max) return line;
  return `${[...line]
    .slice(0, max - 1)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}

/** Markdown without its marks, as a person would say it. */
const spoken = (markdown: string): string =>
  markdown
    .replace(/<[^>]*>/g, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/[*_`~]+/g, '')
    .replace(/^[>\s-]+/, '')
    .trim();

/** The first heading and the first sentence of prose. */
function introduction(markdown: string): { heading: string | null; sentence: string | null } {
  const text = markdown.replace(/```[\s\S]*?```|<!--[\s\S]*?-->/g, '');
  const heading = /^#\s+(.+)$/m.exec(text)?.[1] ?? /^(.+)\n=+$/m.exec(text)?.[1];
  const paragraphs = text.split(/\n{2,}/).map((part) => part.trim());
  const prose = paragraphs.filter((part) => part !== '' && !/^[#|<=[!\-*\d]|\n[=-]{3,}$/.test(part)).map(spoken);
  const sentence = prose.find((part) => /\p{L}{2,}\s+\p{L}{2,}/u.test(part));
  return {
    heading: heading === undefined ? null : lineOf(spoken(heading), 80),
    sentence: sentence === undefined ? null : lineOf(/^.*?[.!?](?=\s|$)/s.exec(sentence)?.[0] ?? sentence, 160),
  };
}

/** A name as a module may have it: lower case, without what cannot be in one. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^@[^/]*\//, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64)
    .replace(/[^a-z0-9]+$/, '');
  return NAME_PATTERN.test(slug) ? slug : 'my-module';
}

function repositoryOf({ repository }: Package): string | undefined {
  const value = typeof repository === 'object' && repository !== null ? (repository as Package).url : repository;
  if (!isText(value)) return undefined;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(value);
  const url =
    short === null
      ? value
          .replace(/^git\+/, '')
          .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
          .replace(/^git@([^:]+):/, 'https://$1/')
      : `https://github.com/${short[1]}`;
  return url.replace(/\.git$/, '');
}

function linksOf(described: Package): Identity['links'] {
  const bugs =
    typeof described.bugs === 'object' && described.bugs !== null ? (described.bugs as Package).url : described.bugs;
  const all = { homepage: described.homepage, repository: repositoryOf(described), issues: bugs };
  const valid = Object.entries(all).filter(
    ([, link]) => isText(link) && /^https?:\/\//.test(link) && URL.canParse(link),
  );
  return Object.fromEntries(valid);
}

function keywordsOf({ keywords }: Package): string[] {
  const words = Array.isArray(keywords)
    ? keywords.filter(isText).map((word) => word.toLowerCase().replace(/\s+/g, '-'))
    : [];
  return [...new Set(words)].filter((word) => TAG_PATTERN.test(word)).slice(0, 8);
}

const atRoot = (view: FolderView, pattern: RegExp): string | null =>
  view.files.map(({ path }) => path).find((path) => !path.includes('/') && pattern.test(nameOf(path))) ?? null;

/** What package.json, the readme, the licence and the folder's name say. What none of them says is null. */
export function identify(view: FolderView): Identity {
  const described = packageOf(view);
  const readme = atRoot(view, /^readme(?:\.(?:md|markdown|txt))?$/i);
  const { heading, sentence } = introduction(readme === null ? '' : view.text(readme));
  const name = slugOf(isText(described.name) ? described.name : view.name);
  const { version, description, license } = described;
  return {
    name,
    version: isText(version) && isStrictVersion(version) ? version : '1.0.0',
    title: heading ?? name,
    summary: (isText(description) ? lineOf(description, 160) : null) ?? sentence,
    license: isText(license) && isSpdx(license) ? license : licenseOf(view),
    keywords: keywordsOf(described),
    links: linksOf(described),
    readme,
    changelog: atRoot(view, /^(?:changelog|changes|history)(?:\.(?:md|markdown|txt))?$/i),
  };
}
