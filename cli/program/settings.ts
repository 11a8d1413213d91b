import { registryAddress } from '../registry/address';
import { readConfig } from '../registry/config';
import type { Home } from '../types';

const DEFAULT_REGISTRY = 'http://localhost:3000';

/**
 * Which registry is meant, without a slash at its end: the option, the environment, config.json, the default; the first that
 * says one. Whether it may be talked to is for the client to say. @throws CliError `registry_invalid`, `config_invalid`
 */
export function chooseRegistry(option: unknown, env: NodeJS.ProcessEnv, home: () => Home): string {
  const given = typeof option === 'string' ? option : env.DOTKIT_REGISTRY || null;
  const { href } = registryAddress(given ?? readConfig(home()).registry ?? DEFAULT_REGISTRY, true);
  return href.replace(/\/+$/, '');
}
