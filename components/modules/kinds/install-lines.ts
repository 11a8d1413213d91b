import type { z } from 'zod';
import type { packageList } from '@/lib/manifest/kinds/package-list';

type PackageList = z.output<typeof packageList>;
type Entry = PackageList['entries'][number];

/** Names on one line; more of them become more lines. */
const ON_ONE_LINE = 40;

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

function inLines(command: string, names: string[], most = ON_ONE_LINE): string[] {
  const lines: string[] = [];
  for (let at = 0; at < names.length; at += most) lines.push(`${command} ${names.slice(at, at + most).join(' ')}`);
  return lines;
}

/** Homebrew's kinds of packages are taken by different commands. */
function brewLines(entries: Entry[]): string[] {
  const of = (wanted: (type: string) => boolean) => entries.filter(({ type = '' }) => wanted(type)).map(plain);
  return [
    ...inLines(
      'brew tap',
      of((type) => type === 'tap'),
      1,
    ),
    ...inLines(
      'brew install',
      of((type) => !['tap', 'cask', 'mas', 'vscode'].includes(type)),
    ),
    ...inLines(
      'brew install --cask',
      of((type) => type === 'cask'),
    ),
  ];
}

/** The lines that install what is not optional, as a person would type them. Shown, never run. */
export function installLines({ manager, entries, needsRoot }: PackageList): string[] {
  const needed = entries.filter(({ optional }) => !optional);
  if (manager === 'brew') return brewLines(needed);
  const { command, root, one, name } = MANAGERS[manager];
  const whole = root && needsRoot !== false ? `sudo ${command}` : command;
  return inLines(whole, needed.map(name), one ? 1 : ON_ONE_LINE);
}
