import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { readHistory } from '@/cli/apply/history';
import { readInstalled } from '@/cli/apply/installed';
import { install } from '@/cli/commands/install';
import { CliError } from '@/cli/errors';
import { corporaFolder, oracle } from '../support/archives/corpora';
import { startRegistry } from '../support/cli/registry';
import { makeContext, makeHome } from './support/context';
import { readHome } from './support/tree';

const folder = corporaFolder();
/** Fetching is tried with all of them; the whole command, with every twelfth. */
const EVERY = 12;

it.runIf(folder !== null)(
  'installing what a lying registry serves ends with 4 and leaves the home as it was',
  async () => {
    const registry = await startRegistry();
    const home = makeHome({ '.zshrc': '# mine' });
    const before = readHome(home);
    const rows = oracle(folder ?? '').filter((_, at) => at % EVERY === 0);
    for (const { file } of rows) {
      const bytes = readFileSync(join(folder ?? '', 'tar', file));
      const archive = bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes);
      registry.serve['@eve/gift'] = { '1.0.0': { archive } };
      const context = {
        ...makeContext(home, { yes: true, allowScripts: true, allowSensitive: true }),
        registryUrl: registry.url,
      };
      const error = await install(context, ['@eve/gift'], {}).catch((thrown: unknown) => thrown);
      if (!(error instanceof CliError)) throw new Error(`${file} was installed: ${error}`);
      expect(error, file).toMatchObject({ code: 'archive_refused', exitCode: 4 });
      expect(readHome(home), file).toEqual(before);
    }
    expect([readInstalled(home).modules, readHistory(home)]).toEqual([{}, []]);
    console.log(`hostile install: ${rows.length} archives refused by the whole command`);
    await registry.close();
  },
);
