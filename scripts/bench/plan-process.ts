import { planChanges } from '@/cli/plan/plan-changes';
import { manyFiles } from '@/tests/support/cli-catalogue';
import { MemoryHome, testHome } from '@/tests/support/cli-home';

/** A process of its own, since a command plans once and then ends: nothing of the planner has run before. */
const home = new MemoryHome();
const next = manyFiles(home, Number(process.argv[2]));
const { disk, contents, installed } = home;
const started = performance.now();
const { changes } = planChanges({ home: testHome(), disk, contents, installed, next, leaving: [] });
process.send?.({ ms: performance.now() - started, changes: changes.length });
