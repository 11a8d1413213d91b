import { expect, it, vi } from 'vitest';
import { inParent } from '@/cli/apply/folder-handle';
import { makeHome } from './support/context';

/** macOS and the BSDs have no `/proc`, so that an open folder cannot be named: paths are walked instead. Here it is only hidden. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const existsSync = (path: Parameters<typeof fs.existsSync>[0]) => path !== '/proc/self/fd' && fs.existsSync(path);
  return { ...fs, existsSync, default: { ...fs, existsSync } };
});

it('names what lies in a folder by the folder’s own path', () => {
  const home = makeHome({ '.zshrc': 'mine' });
  expect(inParent(home, `${home.root}/.zshrc`, (folder, name) => folder.at(name))).toBe(`${home.root}/.zshrc`);
});

// The same promises hold there.
await import('./transaction.test');
await import('./plan-on-disk.test');
await import('./rollback-property.test');
await import('./changing-home.test');
