import { env } from '@/lib/env';
import { disconnectDatabase } from '@/lib/infra/mongo';
import { createIndexes } from '@/lib/operations/indexes';
import type { Finding } from '@/types/finding';
import type { Call } from './api-client';
import { asDemoPeople } from './as-demo-people';
import { catalogue } from './catalogue';
import { inParallel } from './in-parallel';
import { liven } from './liven';
import { publishVersion } from './publish-version';
import type { CatalogueEntry } from './source';
import { type Job, publishingWaves } from './waves';

const AT_ONCE = 4;

type Tally = { done: number; total: number; present: number; fresh: Set<CatalogueEntry>; refused: string[] };

function showProgress({ done, total }: Tally): void {
  if (process.stdout.isTTY) process.stdout.write(`\rdemo catalogue: ${done} of ${total} versions`);
}

const describe = ({ severity, code, path, line, message }: Finding) =>
  `  ${severity} ${code} ${path ?? ''}${line === undefined ? '' : `:${line}`} ${message}`;

async function publishJob({ entry, load }: Job, people: ReadonlyMap<string, Call>, tally: Tally): Promise<void> {
  const call = people.get(entry.namespace);
  if (!call) throw new Error(`@${entry.namespace} is not one of the demo people.`);
  const version = load();
  const outcome = await publishVersion(call, version);
  if (outcome.status === 'rejected') {
    const title = `${version.manifest.name} ${version.manifest.version}`;
    tally.refused.push([title, ...outcome.findings.map(describe)].join('\n'));
  } else if (outcome.status === 'published') tally.fresh.add(entry);
  else tally.present += 1;
  tally.done += 1;
  showProgress(tally);
}

async function publishAll(people: ReadonlyMap<string, Call>): Promise<void> {
  const started = performance.now();
  const entries = catalogue();
  const waves = publishingWaves(entries);
  const tally: Tally = { done: 0, total: waves.flat().length, present: 0, fresh: new Set(), refused: [] };
  for (const wave of waves) await inParallel(wave, AT_ONCE, (job) => publishJob(job, people, tally));
  if (process.stdout.isTTY) process.stdout.write('\n');
  if (tally.refused.length > 0) {
    process.stderr.write(`${tally.refused.length} demo versions were rejected:\n${tally.refused.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const { stars, collections } = await liven({ people, entries, fresh: tally.fresh });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `demo catalogue: ${entries.length} modules, ${tally.done - tally.present} versions published, ` +
      `${tally.present} already there, ${stars} stars, ${collections} collections, ${seconds} s\n`,
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
