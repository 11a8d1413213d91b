import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const taskset = (...args) => spawnSync('taskset', args, { stdio: 'ignore' }).status === 0;

/** Whether processes can be held on a core each: it takes two cores and `taskset`. */
export const canPin = () => availableParallelism() >= 2 && taskset('-c', '0', 'true') && taskset('-c', '1', 'true');

/** The core that serves, and the one that everything else of a measurement runs on. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/** Holds a running process, all of its threads and all that they start, on one core. */
export const pin = (pid, core) => taskset('--all-tasks', '--cpu-list', '--pid', String(core), String(pid));
