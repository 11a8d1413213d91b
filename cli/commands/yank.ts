import { isStrictVersion } from '@/lib/manifest/versions';

import type { Command, Context } from '../context';
import { CliError, EXIT } from '../errors';
import { parseSpec } from '../plan/specs';
import { at } from '../registry/client';
import { clientOf } from '../registry/connect';
import { partsOf } from '../registry/modules';
import { paint, t } from '../ui/text';

function exactVersion(text: string): { namespace: string; name: string; version: string } {
  const spec = parseSpec(text);
  if (spec.type === 'module' && isStrictVersion(spec.range)) return { ...partsOf(spec.ref), version: spec.range };
  throw new CliError('invalid_spec', EXIT.usage, `“${text}” names no version.`, ['Write @namespace/name@1.2.0.']);
}

async function reasonOf({ ask }: Context, given: unknown): Promise<string> {
  const known = typeof given === 'string' ? given : null;
  const reason = (
    known ?? (ask.isInteractive ? await ask.text(t`Why? Everybody who has it will read this`, '') : '')
  ).trim();
  if (reason !== '') return reason;
  throw new CliError('reason_missing', EXIT.usage, 'Everybody who has this version will want to know why.', [
    'Say it with --reason "…".',
  ]);
}

/** `yank @ns/name@version --reason …`, or `--undo`. */
export const yank: Command = async (context, [text = ''], { reason: given, undo }) => {
  const { out, options } = context;
  const { namespace, name, version } = exactVersion(text);
  const label = `@${namespace}/${name} ${version}`;
  const isUndo = undo === true;
  const reason = isUndo ? null : await reasonOf(context, given);
  const json = { name: `@${namespace}/${name}`, version, yanked: !isUndo, reason };
  if (options.dryRun) {
    out.line(t`would ${isUndo ? 'bring back' : 'yank'}  ${label}`);
    return { exitCode: EXIT.wouldChange, json: { ...json, changed: false } };
  }
  const path = at`/modules/${namespace}/${name}/versions/${version}/yank`;
  const client = clientOf(context);
  if (reason === null) await client.send('DELETE', path);
  else await client.send('POST', path, { reason });
  out.line(t`${isUndo ? 'brought back' : 'yanked'}  ${paint.bold(label)}`);
  return { exitCode: EXIT.ok, json: { ...json, changed: true } };
};
