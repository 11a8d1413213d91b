import { backgroundSettled } from '@/lib/infra/background';
import { getModule } from '@/lib/modules/queries';
import { completeUpload, startUpload, yankVersion } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import { announced, pack, person, refusalOf, staged } from './builders';

export type RaceFigures = { won: number; refused: number; other: number; reused: number };

/**
 * Publishes one version from `clients` clients at once, each with bytes of its own, then yanks it and tries the number again.
 * `reused` counts tries that were let through after the race.
 */
export async function raceForOneVersion(clients: number): Promise<RaceFigures> {
  const actor = await person();
  const ref = `@${actor.username}/contested`;
  const archives = Array.from({ length: clients }, (_, index) => pack(ref, { files: { 'main.conf': `# ${index}\n` } }));
  const uploads = await Promise.all(archives.map((packed) => staged(actor, packed)));
  const refusals = await Promise.all(uploads.map((upload) => refusalOf(completeUpload(upload, actor))));
  await backgroundSettled();
  const verdicts = await Promise.all(uploads.map(async ({ uploadId }) => (await getUpload(uploadId, actor)).status));
  const won = verdicts.filter((status) => status === 'published').length;
  const refused = refusals.filter((code) => code === 'version_exists').length;
  const winner = archives[verdicts.indexOf('published')];
  const served = await getModule(actor.username, 'contested', null);
  const isRight = winner !== undefined && served?.sha256 === winner.sha256;
  const again = await retries(actor, ref);
  return { won, refused, other: clients - won - refused + (isRight ? 0 : 1), reused: again };
}

async function retries(actor: Awaited<ReturnType<typeof person>>, ref: string): Promise<number> {
  const tryAll = () =>
    Promise.all(
      ['1.0.0', '1.0.0+again'].map((version) => refusalOf(startUpload(announced(pack(ref, { version })), actor))),
    );
  const standing = await tryAll();
  await yankVersion({ namespace: actor.username, name: 'contested', version: '1.0.0', reason: 'A mistake.' }, actor);
  return [...standing, ...(await tryAll())].filter((code) => code !== 'version_exists').length;
}
