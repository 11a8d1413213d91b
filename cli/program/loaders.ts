import type { Command } from '../context';

/** Where each command's code is; it is loaded when the command is called and not before, so that starting stays fast. */
export const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  diff: async () => (await import('../commands/diff')).diff,
  doctor: async () => (await import('../commands/doctor')).doctor,
  export: async () => (await import('../commands/export')).exportModules,
  history: async () => (await import('../commands/history')).history,
  info: async () => (await import('../commands/info')).info,
  init: async () => (await import('../commands/init')).init,
  install: async () => (await import('../commands/install')).install,
  list: async () => (await import('../commands/list')).list,
  login: async () => (await import('../commands/login')).login,
  logout: async () => (await import('../commands/logout')).logout,
  outdated: async () => (await import('../commands/outdated')).outdated,
  pack: async () => (await import('../commands/pack')).pack,
  publish: async () => (await import('../commands/publish')).publish,
  rollback: async () => (await import('../commands/rollback')).rollback,
  search: async () => (await import('../commands/search')).search,
  status: async () => (await import('../commands/status')).status,
  uninstall: async () => (await import('../commands/uninstall')).uninstall,
  update: async () => (await import('../commands/update')).update,
  verify: async () => (await import('../commands/verify')).verify,
  whoami: async () => (await import('../commands/whoami')).whoami,
  yank: async () => (await import('../commands/yank')).yank,
};
