import { formatBytes } from '@/lib/utils/format-bytes';

import type { Command, Output } from '../context';
import { CliError, EXIT } from '../errors';
import { parseSpec } from '../plan/specs';
import { clientOf } from '../registry/connect';
import { type Described, describeModule } from '../registry/describe-module';
import { cell, table } from '../registry/table';
import { paint, t } from '../ui/text';

const SHOWN_VERSIONS = 10;

/** What a module may do, as rows of a label and its values; what it does not do is not named, but that it does nothing is. */
function capabilityRows({ capabilities: { runs, network, root, labels }, hooks }: Described): string[][] {
  const rows = [
    ['runs', runs.join(', ')],
    ['network', network.map((host) => (host === '*' ? 'any host' : host)).join(', ')],
    ['root', root ? 'needs it' : ''],
    ['found in its files', labels.join(', ')],
    ['scripts', hooks.length > 0 ? `${hooks.join(', ')}; only with --allow-scripts` : ''],
  ].filter(([, values]) => values !== '');
  return rows.length > 0 ? rows : [['nothing beyond writing its files', '']];
}

const needRows = (one: Described): string[][] =>
  [
    ['systems', one.requires.os.join(', ')],
    ['processors', one.requires.arch.join(', ')],
    ['commands', one.requires.commands.join(', ')],
    ...Object.entries(one.dependencies),
    ...one.conflicts.map((ref) => ['not together with', ref]),
  ].filter(([, values]) => values !== '');

const writeRows = ({ writes }: Described): string[][] =>
  writes.map(({ dest, mode, src, when }) => [dest, mode, src ?? '', when.length > 0 ? `only ${when.join(', ')}` : '']);

const versionRows = ({ versions }: Described): string[][] =>
  versions
    .slice(0, SHOWN_VERSIONS)
    .map(({ version, publishedAt, yanked }) => [
      version,
      publishedAt.slice(0, 10),
      yanked === null ? '' : `yanked: ${yanked}`,
    ]);

function section(out: Output, title: string, rows: string[][]): void {
  if (rows.length === 0) return;
  out.line();
  out.line(paint.bold(title));
  for (const line of table(rows)) out.line(t`  ${line}`);
}

function print(out: Output, one: Described): void {
  out.line(
    t`${paint.bold(one.ref)} ${one.version}  ${paint.dim(`${one.kind}, ${one.license}, ${formatBytes(one.size)}`)}`,
  );
  out.line(t`${cell(one.title)}: ${cell(one.summary, 200)}`);
  if (one.yanked !== null) out.line(paint.red(t`This version was yanked: ${cell(one.yanked, 200)}`));
  if (one.deprecated !== null) {
    const { reason, replacement } = one.deprecated;
    out.line(paint.yellow(t`Deprecated: ${cell(reason, 200)}${replacement === null ? '' : ` Use ${replacement}.`}`));
  }
  section(out, 'It may', capabilityRows(one));
  section(out, 'It writes', writeRows(one));
  section(out, 'It needs', needRows(one));
  section(out, 'It provides', [
    ...one.provides.commands.map((name) => ['command', name]),
    ...one.provides.aliases.map((name) => ['alias', name]),
  ]);
  section(out, 'Links', Object.entries(one.links));
  const more = one.versions.length - SHOWN_VERSIONS;
  section(out, 'Versions', [...versionRows(one), ...(more > 0 ? [[`and ${more} older`]] : [])]);
}

/** Shows a module: what it is, may do, writes and needs, and which versions there are. */
export const info: Command = async (context, args) => {
  const spec = parseSpec(args[0] ?? '');
  if (spec.type !== 'module')
    throw new CliError('invalid_spec', EXIT.usage, 'info shows modules; this is a collection.', [
      `See it at ${context.registryUrl}/@${spec.owner}/collections/${spec.slug}`,
    ]);
  const described = await describeModule(clientOf(context), spec.ref, spec.range);
  print(context.out, described);
  return { exitCode: EXIT.ok, json: described };
};
