import { CliError, EXIT } from '../errors';
import type { Home, Receipt } from '../types';
import { readInstalled } from './installed';

/**
 * The receipts of the modules that are named, or of all, by name.
 * Errors: `not_installed` (failure), `installed_damaged` (integrity).
 */
export function receiptsOf(home: Home, refs: readonly string[]): Receipt[] {
  const { modules } = readInstalled(home);
  const missing = refs.filter((ref) => !Object.hasOwn(modules, ref));
  if (missing.length > 0) {
    throw new CliError('not_installed', EXIT.failure, `${missing.join(', ')} is not installed here.`, [
      'dotkit list shows what is.',
    ]);
  }
  return Object.values(modules)
    .filter(({ ref }) => refs.length === 0 || refs.includes(ref))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
