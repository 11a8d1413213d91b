import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

import type { Context } from '../context';
import { CliError, EXIT } from '../errors';
import type { Receipt } from '../types';
import { t } from '../ui/text';

type HookName = keyof Receipt['hooks'];

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Runs one script of a module in its store folder. With `--json` standard output is the document's alone. */
async function runHook({ home, options }: Context, receipt: Receipt, hook: HookName, script: string): Promise<void> {
  const path = join(receipt.storeFolder, script);
  const [command, args] = (await isExecutable(path)) ? [path, []] : ['/bin/sh', [path]];
  const { DOTKIT_TOKEN: _, ...env } = process.env;
  const child = spawn(command, args, {
    cwd: receipt.storeFolder,
    env: { ...env, HOME: home.root, DOTKIT_MODULE: receipt.ref, DOTKIT_VERSION: receipt.version, DOTKIT_HOOK: hook },
    stdio: ['ignore', options.json ? 2 : 'inherit', 'inherit'],
  });
  const [code, signal] = await once(child, 'close');
  if (code === 0) return;
  throw new CliError(
    'hook_failed',
    EXIT.failure,
    `The script ${script} of ${receipt.ref} ended with ${signal ?? code}.`,
  );
}

/** Runs the scripts of modules, only with `--allow-scripts`; otherwise it is said that there are some. Errors: `hook_failed`. */
export async function runHooks(context: Context, receipts: readonly Receipt[], hook: HookName): Promise<void> {
  for (const receipt of receipts) {
    const script = receipt.hooks[hook];
    if (script === undefined) continue;
    if (context.options.allowScripts) await runHook(context, receipt, hook, script);
    else
      context.out.note(t`${receipt.ref} brings the script ${script} (${hook}). It was not run; --allow-scripts would.`);
  }
}
