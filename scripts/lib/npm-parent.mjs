import { readFileSync } from 'node:fs';

const POLL_MS = 300;

function procFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid) => Number(procFile(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);
const isShell = (pid) => /^(?:sh|dash|bash|ash|zsh)$/.test(procFile(pid, 'comm').trim());

/**
 * Calls back once when the npm that started this program is gone: npm passes SIGTERM to the shell between, which dies
 * of it without passing it on. A program started without npm is left alone, it may be meant to outlive its shell.
 */
export function onNpmGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    callback();
  }, POLL_MS);
  timer.unref();
}
