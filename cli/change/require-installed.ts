import { CliError, EXIT } from '../errors';
import { parseSpec } from '../plan/specs';
import type { Installed, Ref } from '../types';

/** The refs that were named, once each. Errors: `invalid_spec` (usage), `not_installed` (failure). */
export function requireInstalled({ modules }: Installed, named: readonly string[]): Ref[] {
  const refs = new Set<Ref>();
  for (const text of named) {
    const spec = parseSpec(text);
    if (spec.type !== 'module' || !Object.hasOwn(modules, spec.ref)) {
      throw new CliError('not_installed', EXIT.failure, `${text} is not installed.`, [
        'dotkit list shows what is. A collection is removed module by module.',
      ]);
    }
    refs.add(spec.ref);
  }
  return [...refs];
}
