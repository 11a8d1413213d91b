import type { CatalogueEntry } from '../source';
import { packageText } from './installed';
import { packageEntry } from './recipe';

const LUKE = '@lukekarrys/dotfiles';

/** What one comes for first; taps are only where it comes from. */
const BREW_TYPES = ['brew', 'cask', 'tap'];

/** Entries of a Brewfile by type, in its order. */
function brewEntries(): { name: string; type: string }[] {
  const rows = packageText(LUKE, 'data/Brewfile').matchAll(/^(tap|brew|cask) "([^"]+)"$/gm);
  const entries = [...rows].map(([, type = '', name = '']) => ({ name, type }));
  return BREW_TYPES.flatMap((type) => entries.filter((entry) => entry.type === type));
}

const GIT_EXTRAS = 'sync/.oh-my-zsh/custom/plugins/git2/git2.plugin.zsh';

function gitAliases(): { name: string; expansion: string }[] {
  const rows = packageText(LUKE, GIT_EXTRAS).matchAll(/^alias ([\w-]+)='(.*)'$/gm);
  // A name that is given twice keeps its last meaning, as in the shell.
  const last = new Map([...rows].map(([, name = '', expansion = '']) => [name, expansion]));
  return [...last].map(([name, expansion]) => ({ name, expansion }));
}

const gitFunctions = () =>
  [...packageText(LUKE, GIT_EXTRAS).matchAll(/^function (\w+)/gm)].map(([, name = '']) => name);

const SNIPPETS = ['java', 'php', 'typescript', 'yaml'];

/** Single useful pieces out of whole dotfile collections. */
export const piecePackages = (): CatalogueEntry[] => [
  packageEntry('brightside', 'mac-brewfile', [
    {
      package: LUKE,
      files: { Brewfile: 'data/Brewfile', LICENSE: 'LICENSE' },
      patch: () => ({ packageList: { entries: brewEntries() } }),
    },
  ]),
  packageEntry('brightside', 'zsh-git-extras', [
    {
      package: LUKE,
      files: { 'git-extras.zsh': GIT_EXTRAS, LICENSE: 'LICENSE' },
      patch: () => ({
        provides: { commands: gitFunctions(), aliases: gitAliases().map(({ name }) => name) },
        shellPlugin: { aliases: gitAliases(), functions: gitFunctions() },
      }),
    },
  ]),
  packageEntry('brightside', 'readline-comfort', [
    { package: LUKE, files: { inputrc: 'sync/.inputrc', LICENSE: 'LICENSE' } },
  ]),
  packageEntry('brightside', 'four-snippets', [
    {
      package: '@dzeio/dotfiles',
      files: Object.fromEntries(SNIPPETS.map((name) => [`${name}.json`, `backups/VSCode/snippets/${name}.json`])),
    },
  ]),
  packageEntry('brightside', 'push-gate', [
    { package: '@wistantkode/dotfiles', files: { 'push-gate': 'data/github.sh', LICENSE: 'LICENSE' } },
  ]),
  packageEntry('brightside', 'node-editorconfig', [
    { package: '@ahmadnassri/dotfiles', files: { editorconfig: 'files/.editorconfig', LICENSE: 'LICENSE' } },
  ]),
  packageEntry('brightside', 'chezmoi-bootstrap', [
    {
      package: '@sebastienrousseau/dotfiles',
      files: {
        'install.sh': 'install.sh',
        'tools/ci/install-chezmoi-verified.sh': 'tools/ci/install-chezmoi-verified.sh',
        LICENSE: 'LICENSE-MIT',
        'LICENSE-APACHE': 'LICENSE-APACHE',
      },
    },
  ]),
  packageEntry('inkfish', 'git-open', [
    { package: 'git-open', files: { 'git-open': 'git-open', 'git-open.1.md': 'git-open.1.md', LICENSE: 'LICENSE.md' } },
  ]),
];
