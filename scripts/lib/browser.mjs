import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot, ROOT, say } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const INSTALL_DEADLINE_MS = 300_000;

/** Some systems ship a stub of that name which only says how to install it. */
const runs = (path) =>
  existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

async function ownBrowser() {
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath()];
}

const systemBrowsers = () => [
  ...(process.env.PATH ?? '').split(delimiter).flatMap((directory) => NAMES.map((name) => join(directory, name))),
  ...PLACES,
];

function install(what, command, args) {
  say(`installing a browser (${what})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  return (
    spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 2], timeout: INSTALL_DEADLINE_MS, env })
      .status === 0
  );
}

/**
 * Path of a Chromium that runs: CHROMIUM_PATH, Playwright's own, the system's, or one that is installed now.
 * Throws an Error that says what to do when there is none and none can be had.
 */
export async function findBrowser() {
  const find = async () =>
    [process.env.CHROMIUM_PATH ?? '', ...(await ownBrowser()), ...systemBrowsers()].find(
      (path) => path !== '' && runs(path),
    );
  const found = await find();
  if (found) return found;
  if (
    install('playwright install chromium', process.execPath, [
      inRoot('node_modules/@playwright/test/cli.js'),
      'install',
      'chromium',
    ])
  ) {
    const installed = await find();
    if (installed) return installed;
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    install('apt-get update', 'apt-get', ['-qq', 'update']);
    install('apt-get install chromium', 'apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium']);
    const installed = await find();
    if (installed) return installed;
  }
  throw new Error(
    'the browser tests need Chromium, and none could be found or installed. Install one (`npx playwright install --with-deps chromium`, or your system’s `chromium` package), or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
