import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareLoad, rates } from './load';
import { atLeast, type Bench, given, type Settings } from './settings';
import { htmlOf } from './site-pages';

const CONFIGURATION = new URL('../../docs/operations/nginx.conf', import.meta.url);
const STATIC_FILES = `
    location /file/ {
      root FOLDER;
      default_type text/html;
    }
`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The documented configuration, moved to this machine: its own folder, port and site, and one file to compare with. */
function configure(folder: string, port: number): string {
  const text = readFileSync(CONFIGURATION, 'utf8')
    .replaceAll('/var/cache/nginx/dotkit', join(folder, 'cache'))
    .replace('127.0.0.1:3000', new URL(given('APP_URL')).host)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('server_name SITE;', `server_name 127.0.0.1;${STATIC_FILES.replace('FOLDER', folder)}`)
    .replace('proxy_set_header Host $host;', `proxy_set_header Host ${new URL(given('APP_URL')).host};`)
    .replace('worker_processes auto;', 'worker_processes 1;');
  const path = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(path, text.replace('http {', `http {\n  access_log off;\n  ${temporary.join('\n  ')}`));
  return path;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (tries > 100) throw new Error(`${url} does not answer: ${answer?.status ?? 'no connection'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function startNginx(folder: string, configuration: string, { pinned }: Settings): ChildProcess {
  const command = [
    'nginx',
    '-p',
    folder,
    '-e',
    join(folder, 'error.log'),
    '-c',
    configuration,
    '-g',
    'daemon off; pid nginx.pid;',
  ];
  const [program = '', ...args] = pinned ? ['taskset', '-c', '0', ...command] : command;
  return spawn(program, args, { stdio: 'ignore' });
}

/** S2: explore from the documented cache, against nginx giving out a file of the same bytes. */
export const measureProxy: Bench = async (settings) => {
  if (spawnSync('nginx', ['-v']).error) throw new Error('nginx is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-nginx-'));
  // The server reads as a user of its own.
  chmodSync(folder, 0o755);
  const port = await freePort();
  mkdirSync(join(folder, 'file'));
  writeFileSync(join(folder, 'file', 'explore.html'), await htmlOf(`${given('APP_URL')}/explore`));
  const nginx = startNginx(folder, configure(folder, port), settings);
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(`${url}/file/explore.html`);
    await answers(`${url}/explore`);
    const pid = nginx.pid ?? 0;
    const compared = await compareLoad(
      { url, pid, requests: [{ path: '/explore' }], expect: 200 },
      { url, pid, requests: [{ path: '/file/explore.html' }], expect: 200 },
      settings,
    );
    return [
      {
        goal: 'S2',
        what: 'explore behind the documented cache ÷ nginx giving out the file',
        ...atLeast(compared.ratio, 0.6),
        method: `${rates(compared)}, docs/operations/nginx.conf`,
      },
    ];
  } finally {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
};
