import { findHome } from '../apply/home';
import type { CommonOptions, Context } from '../context';
import { createOutput } from '../ui/output';
import { createPrompts } from '../ui/prompts';
import type { Terminal } from '../ui/terminal';
import { chooseRegistry } from './settings';

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export function commonOptions(given: Record<string, unknown>): CommonOptions {
  const isOn = (name: string) => given[name] === true;
  return {
    json: isOn('json'),
    dryRun: isOn('dryRun'),
    yes: isOn('yes'),
    force: isOn('force'),
    allowScripts: isOn('allowScripts'),
    allowSensitive: isOn('allowSensitive'),
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * What a command gets. The home and the registry are looked up when a command first asks for them, so that `pack` works where
 * the home is somebody else's, and a broken config.json stops only what needs it.
 */
export function createContext(given: Record<string, unknown>, terminal: Terminal): Context {
  const options = commonOptions(given);
  const { env } = process;
  const root = text(given.root);
  const home = once(() => findHome({ root, force: options.force }, env));
  // Which registry is meant may be read in a home where nothing may be written.
  const anyHome = once(() => findHome({ root, force: true }, env));
  const registryUrl = once(() => chooseRegistry(given.registry, env, anyHome));
  return {
    options,
    out: createOutput(terminal, options.json),
    ask: createPrompts(options),
    token: text(given.token) ?? text(env.DOTKIT_TOKEN) ?? null,
    get home() {
      return home();
    },
    get registryUrl() {
      return registryUrl();
    },
  };
}
