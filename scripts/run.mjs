import { spawn } from 'node:child_process';
import { runningEngines, startEngines } from './lib/engines.mjs';
import { composeEnv, dataDirOf, enginesToStart, loadDotEnv } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, ROOT } from './lib/project.mjs';

/** `run.mjs <file.ts> [arguments]`: a TypeScript program of the product, with the engines that it needs. */
const [file, ...args] = process.argv.slice(2);
if (!file) fail('usage: node scripts/run.mjs <file.ts> [arguments]', 64);

ensureInstalled();
loadDotEnv();
const appUrl = `http://localhost:${process.env.PORT ?? 3000}`;

async function engines() {
  const only = enginesToStart(process.env);
  const dataDir = dataDirOf();
  const env = only.length > 0 ? await runningEngines(dataDir, only) : {};
  return env ? { env, stop: async () => {} } : startEngines({ dataDir, only, origins: [appUrl] });
}

const { env, stop } = await engines().catch((error) => fail(error.message));
const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: composeEnv(env, appUrl),
});
// Ctrl-C reaches the program directly; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
const [code, signal] = await new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
await stop();
process.exit(signal ? 130 : (code ?? 1));
