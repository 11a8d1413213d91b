import { resolve } from 'node:path';

import { openBlobs } from '../apply/blobs';
import { readInstalled } from '../apply/installed';
import { chezmoiFiles } from '../author/export/chezmoi';
import type { OutFile } from '../author/export/exported';
import { gather } from '../author/export/gather';
import { stowFiles } from '../author/export/stow';
import { assertEmpty, writeOut } from '../author/export/write-out';
import type { Command } from '../context';
import { CliError, EXIT } from '../errors';
import { t } from '../ui/text';

const TOOLS = { chezmoi: chezmoiFiles, stow: stowFiles } as const;
type Tool = keyof typeof TOOLS;
const isTool = (value: unknown): value is Tool => typeof value === 'string' && Object.hasOwn(TOOLS, value);

const LEAVE: Record<Tool, (out: string) => string> = {
  chezmoi: (out) => `chezmoi --source ${out} apply`,
  stow: (out) => `stow --dir ${out} --target ~ PACKAGE`,
};

/** `export --to chezmoi|stow [--out dir]`: what is installed, as another tool keeps it. Changes nothing in the home directory. */
export const exportModules: Command = async ({ out, home, options }, _, { to, out: wanted }) => {
  if (!isTool(to)) throw new CliError('usage', EXIT.usage, 'For which tool? Say --to chezmoi or --to stow.');
  const exported = gather(home, readInstalled(home), openBlobs(home));
  const files: OutFile[] = TOOLS[to](exported);
  const folder = resolve(typeof wanted === 'string' ? wanted : to);
  assertEmpty(folder, options.force);
  if (!options.dryRun) writeOut(folder, files);
  for (const { path } of files) out.line(t`  ${path}`);
  for (const note of exported.notes) out.note(t`${note}`);
  if (exported.fragments.length > 0) {
    out.note(t`Blocks and lines belong to files of your own: add them by hand from .dotkit-fragments.`);
  }
  out.line(t`${options.dryRun ? 'would write' : 'wrote'}  ${files.length} files to ${folder}`);
  if (!options.dryRun && files.length > 0) out.note(t`Uninstall the modules here, then run: ${LEAVE[to](folder)}`);
  const json = {
    tool: to,
    out: folder,
    files: files.map(({ path }) => path),
    fragments: exported.fragments.map(({ ref, target, src }) => ({ ref, target, src })),
    notes: exported.notes,
  };
  return { exitCode: options.dryRun && files.length > 0 ? EXIT.wouldChange : EXIT.ok, json };
};
