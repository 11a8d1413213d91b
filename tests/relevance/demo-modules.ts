import mongoose from 'mongoose';
import { catalogue } from '@/demo/catalogue';
import type { Manifest } from '@/lib/manifest/schema';
import { cardPreview } from '@/lib/modules/card-preview';
import { listingFields } from '@/lib/modules/listing-fields';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import { ModuleModel } from '@/models/module-kinds';

/** All modules are equally popular and equally fresh here, so that only the words decide. */
const NOW = new Date('2026-11-01T00:00:00Z');

function demoRow(manifest: Manifest, readme: string | null) {
  const [namespace = '', name = ''] = manifest.name.slice(1).split('/');
  const { title, summary, keywords = [], kind, license, version } = manifest;
  const listing = { namespace, name, title, summary, keywords, visibility: 'public' as const };
  const capabilities = { runs: [], network: [], root: false, ...manifest.capabilities, labels: [] };
  return {
    ...{ _id: new mongoose.Types.ObjectId(), ...listing, nameKey: lookalikeKey(name), kind, license, version },
    ...{ versionCount: 1, palette: null, preview: cardPreview(manifest), deprecated: null },
    ...{ stars: 0, downloads: 0, rating: { average: 0, count: 0 }, rankStale: false, revision: 0 },
    rank: { trending: 0, downloads: 0, stars: 0, rating: 0 },
    ...listingFields({ manifest, readme, capabilities }, listing),
    ...{ changedAt: new Date(), publishedAt: NOW, updatedAt: NOW },
  };
}

/** Puts the latest version of every demo module into the database, derived as publishing derives it, without archives. */
export async function insertDemoModules(): Promise<string[]> {
  const rows = catalogue().map(({ versions }) => {
    const latest = versions.at(-1)?.();
    if (!latest) throw new Error('A demo module has no version.');
    const { manifest, files } = latest;
    const readme = files.get(manifest.readme ?? '');
    return demoRow(manifest as unknown as Manifest, readme ? new TextDecoder().decode(readme.bytes) : null);
  });
  await ModuleModel.collection.insertMany(rows);
  return rows.map(({ name }) => name);
}
