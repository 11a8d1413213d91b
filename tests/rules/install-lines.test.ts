import { expect, it } from 'vitest';
import { installLines } from '@/components/modules/kinds/install-lines';

it('a package list is the lines that a person would type, without what is optional', () => {
  const entries = [{ name: 'git' }, { name: 'ripgrep', version: '14.1' }, { name: 'extra', optional: true }];
  expect(installLines({ manager: 'apt', entries })).toEqual(['sudo apt install git ripgrep=14.1']);
  expect(installLines({ manager: 'cargo', entries })).toEqual(['cargo install git ripgrep@14.1']);
  expect(installLines({ manager: 'nix', entries })).toEqual(["nix profile install 'nixpkgs#git' 'nixpkgs#ripgrep'"]);
  expect(installLines({ manager: 'npm', entries: [{ name: 'x', optional: true }] })).toEqual([]);
});

it('takes taps and casks of Homebrew by their own commands', () => {
  const entries = [
    { name: 'a/b', type: 'tap' },
    { name: 'gh', type: 'brew' },
    { name: 'raycast', type: 'cask' },
  ];
  expect(installLines({ manager: 'brew', entries })).toEqual([
    'brew tap a/b',
    'brew install gh',
    'brew install --cask raycast',
  ]);
});

it('puts each program of winget on a line of its own, and no package is lost from a long list', () => {
  const entries = Array.from({ length: 95 }, (_, index) => ({ name: `p${index}` }));
  expect(installLines({ manager: 'winget', entries })).toHaveLength(95);
  const lines = installLines({ manager: 'scoop', entries });
  expect(lines.flatMap((line) => line.replace('scoop install ', '').split(' '))).toEqual(
    entries.map(({ name }) => name),
  );
});
