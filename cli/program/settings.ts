import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CliError, EXIT } from '../errors';
import type { Home } from '../types';

export const DEFAULT_REGISTRY = 'http://localhost:3000';

/** The address without a slash at its end. @throws CliError `registry_invalid` */
export function registryAddress(text: string, origin: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new CliError('registry_invalid', EXIT.usage, `${origin} is not the address of a registry: ${text}.`, [
      `An address looks like ${DEFAULT_REGISTRY}.`,
    ]);
  }
  return url.href.replace(/\/+$/, '');
}

function configuredRegistry(home: Home): string | null {
  const path = join(home.own.config, 'config.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { registry } = JSON.parse(text) as { registry?: unknown };
    return typeof registry === 'string' ? registryAddress(registry, path) : null;
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError('config_invalid', EXIT.failure, `${path} is not valid JSON.`, ['Correct it, or remove it.']);
  }
}

/** Which registry is meant: the option, the environment, config.json, the default; the first that says one. */
export function chooseRegistry(option: unknown, env: NodeJS.ProcessEnv, home: () => Home): string {
  if (typeof option === 'string') return registryAddress(option, '--registry');
  if ((env.DOTKIT_REGISTRY ?? '') !== '') return registryAddress(env.DOTKIT_REGISTRY ?? '', 'DOTKIT_REGISTRY');
  return configuredRegistry(home()) ?? DEFAULT_REGISTRY;
}
