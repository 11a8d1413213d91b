import type { Home } from '../types';
import type { Place } from './destinations';

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

/** Answers why writing to a path needs a consent of its own; undefined for most. */
export function consentsIn(home: Home): (place: Place) => string | undefined {
  const onPath = new Set([home.dirs.bin, `${home.root}/.local/bin`, `${home.root}/bin`]);
  return ({ path, startsPrograms }) => {
    if (startsPrograms) return 'Programs are started from here by themselves.';
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!WELL_KNOWN.has(name) || !onPath.has(path.slice(0, slash))) return undefined;
    return `It would answer in place of the command ${name}.`;
  };
}
