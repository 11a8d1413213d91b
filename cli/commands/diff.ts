import { openBlobs } from '../apply/blobs';
import { openDisk } from '../apply/disk';
import { readInstalled } from '../apply/installed';
import { receiptsOf } from '../apply/receipts';
import { settle } from '../apply/run-locked';
import { choose } from '../change/choose';
import { propose } from '../change/propose';
import { withScratch } from '../change/workspace';
import type { Command, Context, Outcome } from '../context';
import { EXIT } from '../errors';
import { type Drift, driftOf } from '../plan/drift';
import { bytesOf } from '../plan/states';
import { patchLines } from '../ui/patch';
import { shortPath } from '../ui/short-path';
import { paint, t } from '../ui/text';
import { updateChoice } from './update';

const readable = (text: string | null): string | null => (text === null ? null : bytesOf(text).toString('utf8'));

function sayDrift({ home, out }: Context, { ref, path, state, before, after, isMode }: Drift): void {
  const what = isMode ? 'other permissions' : state;
  out.line(t`${paint.bold(shortPath(home, path))}  ${paint.dim(`${what} · ${ref}`)}`);
  if (isMode) return;
  if (before === null || (after === null && state === 'edited')) out.line(t`  ${paint.dim('not text')}`);
  else for (const line of patchLines(readable(before) ?? '', readable(after) ?? '')) out.line(line);
}

/** What a person changed of what modules wrote. Ends with 1 if there is anything. */
async function edits(context: Context, refs: readonly string[]): Promise<Outcome> {
  const { home, out } = context;
  await settle(context);
  const drift = driftOf(receiptsOf(home, refs), openDisk(home), openBlobs(home));
  for (const one of drift) sayDrift(context, one);
  if (drift.length === 0) out.line(t`Everything is as it was installed.`);
  const json = drift.map((one) => ({ ...one, before: readable(one.before), after: readable(one.after) }));
  return { exitCode: drift.length > 0 ? EXIT.failure : EXIT.ok, json: { edits: json } };
}

/** What bringing a module to another version would change. Ends with 1 if it would change anything. */
const versions = (context: Context, args: readonly string[], options: Record<string, unknown>): Promise<Outcome> =>
  withScratch(context, async (space) => {
    const look: Context = Object.create(context, { options: { value: { ...context.options, dryRun: true } } });
    const choice = updateChoice(readInstalled(context.home), args, false);
    const { exitCode, json } = await propose(look, space, await choose(look, space, choice, options));
    return { exitCode: exitCode === EXIT.wouldChange ? EXIT.failure : exitCode, json };
  });

/** `diff [@ns/name…]`: edits of managed files. `diff @ns/name@version`: what going to that version would change. */
export const diff: Command = (context, args, options) =>
  args.some((text) => text.indexOf('@', 1) > 0) ? versions(context, args, options) : edits(context, args);
