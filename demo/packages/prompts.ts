import type { CatalogueEntry } from '../source';
import { packageList } from './installed';
import { filesBelow, type PackedVersion, packageEntry } from './recipe';

const PURE = { 'pure.zsh': 'pure.zsh', 'async.zsh': 'async.zsh', LICENSE: 'license' };

const rooted = (paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, path]));

function spaceship(name: string): PackedVersion {
  const folders = ['lib', 'sections'].flatMap((folder) => packageList(name, folder).map((file) => `${folder}/${file}`));
  const paths = [...packageList(name, '.').filter((file) => file.endsWith('.zsh')), ...folders];
  const sections = packageList(name, 'sections').map((file) => file.replace(/\.zsh$/, ''));
  return {
    package: name,
    files: { ...rooted(paths), LICENSE: 'LICENSE.md' },
    patch: ({ files }) => ({
      files: [...filesBelow('{data}/zsh/spaceship', paths), ...files],
      prompt: { segments: sections },
    }),
  };
}

function typewritten(): PackedVersion {
  const paths = ['typewritten.zsh', 'async.zsh', ...packageList('typewritten', 'lib').map((file) => `lib/${file}`)];
  return {
    package: 'typewritten',
    files: { ...rooted(paths), LICENSE: 'LICENSE' },
    patch: ({ files }) => ({ files: [...filesBelow('{data}/zsh/typewritten', paths), ...files] }),
  };
}

export const promptPackages = (): CatalogueEntry[] => [
  packageEntry('inkfish', 'pure', [
    { package: 'pure-prompt-1-23', files: PURE },
    { package: 'pure-prompt-1-27', files: PURE },
    { package: 'pure-prompt-1-28', files: PURE },
  ]),
  packageEntry(
    'inkfish',
    'spaceship',
    ['spaceship-prompt-3-11', 'spaceship-prompt-3-16', 'spaceship-prompt-4-22'].map(spaceship),
  ),
  packageEntry('inkfish', 'typewritten', [typewritten()]),
];
