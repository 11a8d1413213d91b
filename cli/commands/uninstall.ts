import { readInstalled } from '../apply/installed';
import { propose } from '../change/propose';
import { requireInstalled } from '../change/require-installed';
import { withWorkspace } from '../change/workspace';
import type { Command, Context } from '../context';
import { CliError, EXIT } from '../errors';
import { neededBy, withOrphans } from '../plan/roots';
import { readVariables } from '../registry/variables';
import type { Installed, Ref } from '../types';

function assertNotNeeded({ options }: Context, { modules }: Installed, going: readonly Ref[]): void {
  const needs = neededBy(modules, new Set(going));
  if (needs.length === 0 || options.force) return;
  throw new CliError('still_needed', EXIT.conflict, 'Other installed modules need this, so nothing was changed.', [
    ...needs.map((one) => `${one.ref} needs ${one.needs}`),
    'Remove those too, or say --force.',
  ]);
}

/** Removes modules and what was there only for them, and puts back what they replaced. What was edited since is kept. */
export const uninstall: Command = async (context, args) =>
  withWorkspace(context, async (space) => {
    const installed = readInstalled(context.home);
    const going = requireInstalled(installed, args);
    const leaving = withOrphans(installed.modules, going);
    assertNotNeeded(context, installed, leaving);
    return propose(context, space, { action: 'uninstall', next: [], leaving, answers: readVariables(context.home) });
  });
