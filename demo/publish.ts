import { env } from '@/lib/env';
import { disconnectDatabase } from '@/lib/infra/mongo';
import { createIndexes } from '@/lib/operations/indexes';
import type { Call } from './api-client';
import { catalogue } from './catalogue';
import { inParallel } from './in-parallel';
import { liven } from './liven';
import { publishVersion } from './publish-version';
import { asDemoPeople } from './sessions';
import type { CatalogueEntry } from './source';

const AT_ONCE = 4;

type Tally = { done: number; total: number; published: number; present: number; refused: string[] };

function showProgress({ done, total }: Tally): void {
  if (process.stdout.isTTY) process.stdout.write(`\rdemo catalogue: ${done} of ${total} versions`);
}

/** Versions of one module go out one after the other: the order of publishing is the order of the list. */
async function publishEntry(entry: CatalogueEntry, people: ReadonlyMap<string, Call>, tally: Tally): Promise<void> {
  const call = people.get(entry.namespace);
  if (!call) throw new Error(`@${entry.namespace} is not one of the demo people.`);
  for (const load of entry.versions) {
    const version = load();
    const outcome = await publishVersion(call, version);
    if (outcome.status === 'rejected') {
      const reasons = outcome.findings.map(
        ({ severity, code, path, line, message }) =>
          `  ${severity} ${code} ${path ?? ''}${line === undefined ? '' : `:${line}`} ${message}`,
      );
      tally.refused.push([`${version.manifest.name} ${version.manifest.version}`, ...reasons].join('\n'));
    } else tally[outcome.status] += 1;
    tally.done += 1;
    showProgress(tally);
  }
}

async function publishAll(people: ReadonlyMap<string, Call>): Promise<void> {
  const started = performance.now();
  const entries = catalogue();
  const total = entries.reduce((sum, { versions }) => sum + versions.length, 0);
  const tally: Tally = { done: 0, total, published: 0, present: 0, refused: [] };
  // What refers to other modules goes last, so that every reference is there when it is looked at.
  const refers = ({ versions }: CatalogueEntry) => versions.some((load) => 'bundle' in load().manifest);
  for (const wave of [entries.filter((entry) => !refers(entry)), entries.filter(refers)]) {
    await inParallel(wave, AT_ONCE, (entry) => publishEntry(entry, people, tally));
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
  if (tally.refused.length > 0) {
    process.stderr.write(`${tally.refused.length} demo versions were rejected:\n${tally.refused.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const { stars, collections } = await liven(people, entries);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `demo catalogue: ${entries.length} modules, ${tally.published} versions published, ${tally.present} already there, ` +
      `${stars} stars, ${collections} collections, ${seconds} s\n`,
  );
}

try {
  await createIndexes();
  await asDemoPeople(env().APP_URL, publishAll);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await disconnectDatabase();
}
