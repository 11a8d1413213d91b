import { basename, dirname, join } from 'node:path';

import type { Home } from '../types';

/** Commands that people type without thinking: whoever puts a file of that name on the path answers in their stead. */
// biome-ignore format: a list, read at a glance
const WELL_KNOWN = new Set([
  'sudo', 'su', 'doas', 'pkexec', 'passwd', 'login', 'ssh', 'ssh-add', 'ssh-agent', 'ssh-keygen', 'scp', 'sftp', 'gpg', 'gpg2',
  'pass', 'git', 'gh', 'ls', 'cd', 'cp', 'mv', 'rm', 'ln', 'cat', 'less', 'more', 'grep', 'find', 'sed', 'awk', 'chmod', 'chown',
  'mkdir', 'touch', 'env', 'which', 'sh', 'bash', 'zsh', 'fish', 'dash', 'nu', 'pwsh', 'tmux', 'screen', 'vi', 'vim', 'nvim', 'nano',
  'emacs', 'curl', 'wget', 'tar', 'unzip', 'make', 'cc', 'gcc', 'clang', 'node', 'npm', 'npx', 'pnpm', 'yarn', 'python', 'python3',
  'pip', 'pip3', 'ruby', 'perl', 'go', 'cargo', 'rustc', 'docker', 'podman', 'kubectl', 'brew', 'apt', 'apt-get', 'dnf', 'pacman',
  'nix', 'systemctl', 'journalctl', 'crontab', 'kill', 'ps', 'top', 'df', 'du', 'date', 'man', 'open', 'xdg-open', 'dotkit',
]);

/** Why writing to a path needs a consent of its own; undefined for most. */
export function consentFor(home: Home, path: string, startsPrograms: boolean): string | undefined {
  if (startsPrograms) return 'Programs are started from here by themselves.';
  const folder = dirname(path);
  const onPath =
    folder === home.dirs.bin || folder === join(home.root, '.local/bin') || folder === join(home.root, 'bin');
  if (onPath && WELL_KNOWN.has(basename(path))) return `It would answer in place of the command ${basename(path)}.`;
  return undefined;
}
