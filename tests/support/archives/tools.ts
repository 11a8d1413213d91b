import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that write tar archives, and the Debian package of each. */
const PACKAGES = {
  tar: 'tar',
  bsdtar: 'libarchive-tools',
  busybox: 'busybox',
  python3: 'python3',
  git: 'git',
  npm: 'npm',
} as const;

export type Tool = keyof typeof PACKAGES;

const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const isGnuTar = (): boolean => spawnSync('tar', ['--version']).stdout?.toString().includes('GNU tar') === true;
const works = (tool: Tool): boolean => (tool === 'tar' ? has('tar') && isGnuTar() : has(tool));

/**
 * The tools that this machine has. On a Debian machine of which we are root (a container of a build) the missing ones are
 * installed; anywhere else their rows are not run, and a line says so.
 */
export function availableTools(): Set<Tool> {
  const all = Object.keys(PACKAGES) as Tool[];
  const missing = all.filter((tool) => !works(tool) && tool !== 'npm');
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const names = missing.map((tool) => PACKAGES[tool]).join(' ');
    const command = `apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends ${names}`;
    console.log(`archives: installing ${names}`);
    spawnSync('sh', ['-c', command], { timeout: 180_000 });
  }
  const found = new Set(all.filter(works));
  for (const tool of all) if (!found.has(tool)) console.log(`archives: ${tool} is not here; its rows were not run`);
  return found;
}
