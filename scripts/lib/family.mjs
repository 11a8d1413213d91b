import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stopChild } from './engines.mjs';
import { onNpmGone } from './npm-parent.mjs';
import { inRoot, ROOT, say } from './project.mjs';

const STOP_DEADLINE_MS = 32_000;

/**
 * A process group of its own: Ctrl-C must reach the members one after the other, not all at once.
 * The mark tells the preload that this channel is ours; a build's workers inherit the preload but not the mark.
 */
function startNode(script, args, env, output) {
  const preload = ['--import', inRoot('scripts/lib/die-with-parent.mjs')];
  return spawn(process.execPath, [...preload, inRoot(script), ...args], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', output, 'inherit', 'ipc'],
    env: { ...env, DOTKIT_LAUNCHED: '1' },
  });
}

/**
 * The processes of one command. They end together: the last one started is stopped first, and when one dies
 * the others are stopped and the command ends with code 1.
 */
export class Family {
  #members = [];
  #ending = null;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.end(0));
    onNpmGone(() => this.end(0));
  }

  /** Takes in a running process, with the way to stop it. */
  add(name, child, stop = () => stopChild(child, STOP_DEADLINE_MS)) {
    if (!child) return;
    this.#members.push({ name, stop });
    child.once('exit', (code, signal) => {
      if (this.#ending) return;
      say(`${name} ended unexpectedly (${signal ?? `exit code ${code}`}); stopping the rest`);
      this.end(1);
    });
  }

  /** Starts a Node.js program of the repository that is to run until the end. */
  start(name, script, args, env) {
    const child = startNode(script, args, env, 'inherit');
    this.add(name, child);
    return child;
  }

  /** Runs a Node.js program of the repository to its end, its output on stderr, and returns its exit code. */
  async run(script, args, env) {
    const child = startNode(script, args, env, 2);
    const member = { name: script, stop: () => stopChild(child, STOP_DEADLINE_MS) };
    this.#members.push(member);
    const [code] = await once(child, 'exit');
    this.#members = this.#members.filter((each) => each !== member);
    return code ?? 1;
  }

  /** Stops all members, then this process. The first reason for ending counts. */
  end(code) {
    this.#ending ??= (async () => {
      for (const { stop } of [...this.#members].reverse()) await stop();
      process.exit(code);
    })();
    return this.#ending;
  }

  get isEnding() {
    return this.#ending !== null;
  }
}
