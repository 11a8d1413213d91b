import type { Manifest } from '@/lib/manifest/schema';

type PackageList = Extract<Manifest, { kind: 'package-list' }>['packageList'];
type Entry = PackageList['entries'][number];

const isPlain = (word: string): boolean => /^[A-Za-z0-9@._+/:-]+$/.test(word);
const quoted = (word: string): string => (isPlain(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** What stands before the names, and how a version is written where it can be. */
const MANAGERS: Record<PackageList['manager'], { command: string; version?: string }> = {
  brew: { command: 'brew install' },
  apt: { command: 'sudo apt-get install', version: '=' },
  dnf: { command: 'sudo dnf install', version: '-' },
  pacman: { command: 'sudo pacman -S --needed' },
  nix: { command: 'nix profile install' },
  winget: { command: 'winget install' },
  scoop: { command: 'scoop install', version: '@' },
  cargo: { command: 'cargo install', version: '@' },
  npm: { command: 'npm install --global', version: '@' },
  flatpak: { command: 'flatpak install' },
  mise: { command: 'mise use --global', version: '@' },
};

function commandOf(manager: PackageList['manager'], { type }: Entry): string {
  if (manager === 'brew' && type === 'cask') return 'brew install --cask';
  if (manager === 'brew' && type === 'tap') return 'brew tap';
  return MANAGERS[manager].command;
}

function nameOf(manager: PackageList['manager'], { name, version }: Entry): string {
  const mark = MANAGERS[manager].version;
  const full = manager === 'nix' && !name.includes('#') && !name.includes(':') ? `nixpkgs#${name}` : name;
  return quoted(version === undefined || mark === undefined ? full : `${full}${mark}${version}`);
}

/** Commands that would install what a package list names: to be printed, and never run by dotkit. Optional entries come last. */
export function packageCommands(manifest: Manifest): { command: string; optional: boolean }[] {
  if (manifest.kind !== 'package-list') return [];
  const { manager, entries } = manifest.packageList;
  const groups = new Map<string, { command: string; optional: boolean; names: string[] }>();
  for (const entry of [...entries].sort((a, b) => Number(a.optional === true) - Number(b.optional === true))) {
    const [command, optional] = [commandOf(manager, entry), entry.optional === true];
    const group = groups.get(`${command} ${optional}`) ?? { command, optional, names: [] };
    group.names.push(nameOf(manager, entry));
    groups.set(`${command} ${optional}`, group);
  }
  return [...groups.values()].map(({ command, optional, names }) => ({
    command: `${command} ${names.join(' ')}`,
    optional,
  }));
}
