import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { Manifest } from '@/lib/manifest/schema';
import { cardPreview } from '@/lib/modules/card-preview';
import { listingFields } from '@/lib/modules/listing-fields';
import { ratingScore, trendingScore } from '@/lib/modules/rank';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import { KIND_KEYS, MODULE_KINDS } from '@/types/module-kind';
import { KIND_OBJECTS } from './kind-objects';
import { between, longTail, pick, type Random } from './random';
import { ADJECTIVES, LICENSES, NOUNS, SYLLABLES, TOPICS } from './words';

const DAY_MS = 86_400_000;
/** Modules that one synthetic account owns. */
export const MODULES_PER_ACCOUNT = 200;
export const accountOf = (index: number) => `seed-${Math.floor(index / MODULES_PER_ACCOUNT)}`;

const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;

/** A name that nobody else has: three syllables. The prime spreads neighbours, so that names of one account do not look alike. */
export function brandOf(index: number): string {
  const base = SYLLABLES.length;
  const spread = (index * 90_001) % base ** 3;
  return [spread % base, Math.floor(spread / base) % base, Math.floor(spread / base ** 2)]
    .map((at) => SYLLABLES[at] ?? '')
    .join('');
}

function manifestOf(index: number, random: Random): Manifest {
  const kind = MODULE_KINDS[index % MODULE_KINDS.length] ?? 'prompt';
  const [adjective, noun, topic] = [pick(random, ADJECTIVES), pick(random, NOUNS), pick(random, TOPICS)];
  const brand = brandOf(index);
  const manifest = {
    schemaVersion: 1,
    name: `@${accountOf(index)}/${brand}-${noun}`,
    version: `${between(random, 0, 4)}.${between(random, 0, 20)}.${between(random, 0, 9)}`,
    kind,
    title: `${capital(adjective)} ${noun} ${capital(brand)}`,
    summary: `A ${adjective} ${kind.replace('-', ' ')} for ${topic} with ${pick(random, TOPICS)} and ${pick(random, TOPICS)}.`,
    license: pick(random, LICENSES),
    keywords: [...new Set([topic, pick(random, TOPICS)])],
    requires: { os: [...new Set([pick(random, ['linux', 'macos']), 'linux'])] },
    files: [{ src: 'file.conf', dest: `{config}/${noun}/${adjective}.conf`, mode: 'copy' }],
    [KIND_KEYS[kind]]: KIND_OBJECTS[kind](random),
  };
  // Synthetic manifests have the shape of parsed ones; a test runs the schema over a sample of every kind.
  return manifest as unknown as Manifest;
}

const NO_CAPABILITIES = { runs: [], network: [], root: false, labels: [] };
const readmeOf = ({ title, summary, files }: Manifest) =>
  `# ${title}\n\n${summary}\n\nInstalling writes ${files[0]?.dest ?? 'nothing'} and leaves the rest of your configuration alone.\n`;

/** One module and its one version, as publishing would have left them. `now` fixes the dates. */
export function syntheticModule(
  index: number,
  random: Random,
  artifact: { sha256: string; sizeBytes: number },
  now: Date,
) {
  const manifest = manifestOf(index, random);
  const name = manifest.name.slice(manifest.name.indexOf('/') + 1);
  const namespace = accountOf(index);
  const publishedAt = new Date(now.getTime() - Math.floor(random() * 900 * DAY_MS));
  const updatedAt = new Date(publishedAt.getTime() + Math.floor(random() * (now.getTime() - publishedAt.getTime())));
  const [stars, downloads] = [longTail(random, 5000), longTail(random, 200_000)];
  const rating = { average: 3 + Math.round(random() * 20) / 10, count: longTail(random, 200) };
  const keywords = manifest.keywords ?? [];
  const listing = {
    namespace,
    name,
    title: manifest.title,
    summary: manifest.summary,
    keywords,
    visibility: 'public' as const,
  };
  const key = KIND_KEYS[manifest.kind];
  const common = { namespace, name, version: manifest.version };
  const module = {
    _id: idOf(`module ${namespace}/${name}`),
    ...common,
    nameKey: lookalikeKey(name),
    kind: manifest.kind,
    title: manifest.title,
    summary: manifest.summary,
    keywords,
    license: manifest.license,
    visibility: 'public',
    versionCount: 1,
    palette: manifest.kind === 'color-theme' ? (manifest.colorTheme.variants[0]?.palette ?? null) : null,
    preview: cardPreview(manifest),
    deprecated: null,
    stars,
    downloads,
    rating,
    rank: {
      trending: trendingScore({ downloadsByDay: [], stars, updatedAt, now }),
      downloads,
      stars,
      rating: ratingScore(rating),
    },
    ...listingFields({ manifest, readme: readmeOf(manifest), capabilities: NO_CAPABILITIES }, listing),
    changedAt: new Date(),
    rankStale: false,
    revision: 0,
    publishedAt,
    updatedAt,
    [key]: (manifest as unknown as Record<string, unknown>)[key],
  };
  const version = {
    _id: idOf(`version ${namespace}/${name}`),
    ...common,
    precedence: manifest.version,
    uploadId: `seed ${namespace}/${name}`,
    status: 'published',
    ...artifact,
    manifest,
    files: [{ path: 'file.conf', size: 7, mode: 0o644, sha256: artifact.sha256 }],
    writes: [{ dest: manifest.files[0]?.dest ?? '{config}/file.conf', mode: 'copy', src: 'file.conf' }],
    capabilities: NO_CAPABILITIES,
    warnings: [],
    readme: readmeOf(manifest),
    changelog: null,
    verification: { sha256: artifact.sha256, verifier: 0, at: publishedAt },
    yanked: null,
    downloads,
    createdAt: publishedAt,
    publishedAt: updatedAt,
  };
  return { module, version };
}

/** The same id for the same thing, so that a run can be repeated. */
const idOf = (text: string) =>
  new mongoose.Types.ObjectId(createHash('sha256').update(text).digest('hex').slice(0, 24));
