import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FILES, MODULE, PACKAGE } from './s13-content';
import { startRegistries } from './s13-registries';
import { atMost, type Bench, median } from './settings';
import { timed } from './timed';

const DOTKIT = fileURLToPath(new URL('../../cli/bin/dotkit.mjs', import.meta.url));
const BARE_BOUND = 1.8;
const NPM_BOUND = 0.27;
/** One start of a process is short beside the noise of a shared machine. */
const RUNS_PER_ROUND = 2;

type Rival = 'node' | 'dotkit' | 'npm';

/** Runs one program of Node to its end, in an environment that knows nothing of the person at this machine. */
async function run(home: string, args: string[]): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: home, NODE_ENV: 'production', NO_COLOR: '1' } as const;
  const child = spawn(process.execPath, args, { env, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`${args.slice(0, 3).join(' ')} ended with ${code}: ${Buffer.concat(said).toString()}`);
}

/** A fast answer that left files out would be no answer. */
function assertInstalled(folder: string): void {
  const count = readdirSync(folder).length;
  if (count !== FILES) throw new Error(`${folder} has ${count} files, not ${FILES}`);
}

function npmProgram(): string {
  const path = process.env.npm_execpath;
  if (path?.endsWith('.js')) return path;
  throw new Error('npm is not known: start this with `npm run bench`');
}

const NPM_QUIET = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-update-notifier', '--loglevel=error'];

/** Each in a new home: nothing of the module, the package or their registries is known there. */
async function install(rival: Rival, url: string, work: string): Promise<number> {
  const home = mkdtempSync(join(work, `${rival}-`));
  const project = join(home, 'project');
  mkdirSync(project);
  const programs: Record<Rival, string[]> = {
    node: ['-e', '0'],
    dotkit: [DOTKIT, 'install', MODULE.ref, '--yes', '--root', home, '--registry', url],
    npm: [
      npmProgram(),
      'install',
      PACKAGE.name,
      '--registry',
      url,
      '--prefix',
      project,
      '--cache',
      join(home, 'cache'),
      ...NPM_QUIET,
    ],
  };
  const ms = await timed(() => run(home, programs[rival]));
  if (rival === 'dotkit') assertInstalled(join(home, '.config/sixty/conf'));
  if (rival === 'npm') assertInstalled(join(project, 'node_modules', PACKAGE.name, 'conf'));
  rmSync(home, { recursive: true, force: true });
  return ms;
}

/** S13: a cold install of sixty files beside starting Node at all, and beside npm installing the same files. */
export const measureInstall: Bench = async ({ rounds }) => {
  const registries = await startRegistries();
  const work = mkdtempSync(join(tmpdir(), 'dotkit-bench-install-'));
  const times: Record<Rival, number[]> = { node: [], dotkit: [], npm: [] };
  const order: Rival[] = ['node', 'dotkit', 'npm'];
  try {
    // The first start builds the command and lets the system read the programs from the disk; it is not what is measured.
    for (const rival of order) for (let index = 0; index < 2; index += 1) await install(rival, registries.url, work);
    for (let round = 0; round < rounds * RUNS_PER_ROUND; round += 1)
      for (const rival of round % 2 === 0 ? order : [...order].reverse())
        times[rival].push(await install(rival, registries.url, work));
  } finally {
    registries.close();
    rmSync(work, { recursive: true, force: true });
  }
  const ratioTo = (rival: Rival) => median(times.dotkit.map((ms, at) => ms / (times[rival][at] ?? Number.NaN)));
  const typical = (rival: Rival) => `${Math.round(median(times[rival]))} ms`;
  const method = `new home each time, registries on loopback, ${times.dotkit.length} interleaved runs`;
  return [
    {
      goal: 'S13',
      what: `cold install of ${FILES} files, 1 MB ÷ node -e 0`,
      ...atMost(ratioTo('node'), BARE_BOUND),
      method: `${typical('dotkit')} ÷ ${typical('node')}, ${method}`,
    },
    {
      goal: 'S13',
      what: `cold install of ${FILES} files, 1 MB ÷ npm i, cold`,
      ...atMost(ratioTo('npm'), NPM_BOUND),
      method: `${typical('dotkit')} ÷ ${typical('npm')}, no audit, no funding, ${method}`,
    },
  ];
};
