import type { Command } from '../context';

/** Where each command's code is; it is loaded when the command is called and not before, so that starting stays fast. */
export const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  diff: async () => (await import('../commands/diff')).diff,
  install: async () => (await import('../commands/install')).install,
  pack: async () => (await import('../commands/pack')).pack,
  uninstall: async () => (await import('../commands/uninstall')).uninstall,
  update: async () => (await import('../commands/update')).update,
};
