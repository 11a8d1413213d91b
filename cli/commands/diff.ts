import { openBlobs } from '../apply/blobs';
import { openDisk } from '../apply/disk';
import { readInstalled } from '../apply/installed';
import { settle } from '../apply/run-locked';
import { choose } from '../change/choose';
import { propose } from '../change/propose';
import { requireInstalled } from '../change/require-installed';
import { withScratch } from '../change/workspace';
import type { Command, Context, Outcome } from '../context';
import { EXIT } from '../errors';
import { type Drift, driftOf } from '../plan/drift';
import { bytesOf } from '../plan/states';
import { patchLines } from '../ui/patch';
import { tilde } from '../ui/plan-view';
import { paint, t } from '../ui/text';
import { updateChoice } from './update';

const WORDS: Record<Drift['what'], string> = {
  edited: 'edited',
  removed: 'removed',
  replaced: 'replaced by something else',
  mode: 'its permissions were changed',
};

const readable = (text: string | null): string => (text === null ? '' : bytesOf(text).toString('utf8'));

function sayDrift({ home, out }: Context, { ref, path, what, before, after }: Drift): void {
  out.line(t`${paint.bold(tilde(home, path))}  ${paint.dim(`${WORDS[what]} · ${ref}`)}`);
  const isComparable = before !== null && (after !== null || what === 'removed');
  if (isComparable) for (const line of patchLines(readable(before), readable(after))) out.line(line);
}

/** What a person changed of what modules wrote. Ends with 1 if there is anything. */
async function edits(context: Context, args: readonly string[]): Promise<Outcome> {
  const { home, out } = context;
  await settle(context);
  const installed = readInstalled(home);
  const refs = args.length === 0 ? Object.keys(installed.modules) : requireInstalled(installed, args);
  const drift = driftOf(installed, openDisk(home), openBlobs(home), refs);
  for (const one of drift) sayDrift(context, one);
  if (drift.length === 0) out.line(t`Everything is as it was installed.`);
  const json = {
    edits: drift.map(({ before, after, ...one }) => ({ ...one, before: readable(before), after: readable(after) })),
  };
  return { exitCode: drift.length > 0 ? EXIT.failure : EXIT.ok, json };
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
