import { readInstalled } from '../apply/installed';
import type { Command } from '../context';
import { EXIT } from '../errors';
import { readConfig } from '../registry/config';
import { clientOf } from '../registry/connect';
import { isOutdated, type Standing, standings } from '../registry/outdated-modules';
import { RegistrySource } from '../registry/source';
import { cell, table } from '../registry/table';
import { t } from '../ui/text';

function noteOf({ isKnown, yanked, deprecated }: Standing): string {
  if (!isKnown) return 'not in the registry any more';
  if (yanked !== null) return `the installed version was yanked: ${cell(yanked)}`;
  return deprecated === null ? '' : `deprecated: ${cell(deprecated)}`;
}

/** Lists installed modules of which there are newer versions, or whose version was yanked. */
export const outdated: Command = async (context) => {
  const { home, out } = context;
  const { modules } = readInstalled(home);
  const times = { minimumAgeHours: readConfig(home).minimumReleaseAge, now: Date.now() };
  const all = await standings(modules, new RegistrySource(clientOf(context)), times);
  const rows = all.filter((one) => isOutdated(one) || noteOf(one) !== '');
  const cells = rows.map((one) => [one.ref, one.installed, one.wanted ?? '–', one.newest ?? '–', noteOf(one)]);
  if (cells.length > 0)
    for (const line of table([['module', 'installed', 'in range', 'newest', ''], ...cells])) out.line(line);
  else out.line(all.length === 0 ? t`Nothing is installed.` : t`Everything is at its newest version.`);
  const count = all.filter(isOutdated).length;
  return { exitCode: EXIT.ok, json: { modules: all, outdated: count } };
};
