import type { z } from 'zod';
import type { packageList } from '@/lib/manifest/kinds/package-list';

type PackageList = z.output<typeof packageList>;
type Entry = PackageList['entries'][number];

const LONGEST = 40;

/** A name that holds a space, as some of winget do, is one word to the shell. */
const word = (text: string) => (/[^\w@./+:=~^<>-]/.test(text) ? `'${text}'` : text);
const pinned = (mark: string) => (entry: Entry) =>
  word(entry.version ? `${entry.name}${mark}${entry.version}` : entry.name);
const plain = (entry: Entry) => word(entry.name);

const MANAGERS: Record<
  PackageList['manager'],
  { command: string; root?: true; one?: true; name: (entry: Entry) => string }
> = {
  brew: { command: 'brew install', name: plain },
  apt: { command: 'apt install', root: true, name: pinned('=') },
  dnf: { command: 'dnf install', root: true, name: pinned('-') },
  pacman: { command: 'pacman -S --needed', root: true, name: plain },
  nix: {
    command: 'nix profile install',
    name: (entry) => word(entry.name.includes('#') ? entry.name : `nixpkgs#${entry.name}`),
  },
  winget: { command: 'winget install --exact --id', one: true, name: plain },
  scoop: { command: 'scoop install', name: pinned('@') },
  cargo: { command: 'cargo install', name: pinned('@') },
  npm: { command: 'npm install --global', name: pinned('@') },
  flatpak: { command: 'flatpak install flathub', name: plain },
  mise: { command: 'mise use --global', name: pinned('@') },
};

/** Homebrew's kinds of packages are taken by different commands. */
function brewLines(entries: Entry[]): string[] {
  const of = (...types: string[]) => entries.filter(({ type = 'formula' }) => types.includes(type)).map(plain);
  const [taps, casks] = [of('tap'), of('cask')];
  const rest = entries.filter(({ type = '' }) => !['tap', 'cask', 'mas', 'vscode'].includes(type)).map(plain);
  return [
    ...taps.map((tap) => `brew tap ${tap}`),
    ...(rest.length > 0 ? [`brew install ${rest.slice(0, LONGEST).join(' ')}`] : []),
    ...(casks.length > 0 ? [`brew install --cask ${casks.slice(0, LONGEST).join(' ')}`] : []),
  ];
}

/** The lines that install what is not optional, as a person would type them. Shown, never run. */
export function installLines({ manager, entries, needsRoot }: PackageList): string[] {
  const needed = entries.filter(({ optional }) => !optional);
  if (needed.length === 0) return [];
  if (manager === 'brew') return brewLines(needed);
  const { command, root, one, name } = MANAGERS[manager];
  const prefix = root && needsRoot !== false ? `sudo ${command}` : command;
  const names = needed.slice(0, LONGEST).map(name);
  return one ? names.map((each) => `${prefix} ${each}`) : [`${prefix} ${names.join(' ')}`];
}
