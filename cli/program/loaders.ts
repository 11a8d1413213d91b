import type { Command } from '../context';

/** Where each command's code is; it is loaded when the command is called and not before, so that starting stays fast. */
export const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('../commands/init')).init,
  pack: async () => (await import('../commands/pack')).pack,
  publish: async () => (await import('../commands/publish')).publish,
  yank: async () => (await import('../commands/yank')).yank,
  export: async () => (await import('../commands/export')).exportModules,
  completion: async () => (await import('../commands/completion')).completion,
};
