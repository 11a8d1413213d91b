import 'server-only';
import { DomainError } from '@/lib/errors';
import { isDuplicateKey } from '@/lib/infra/mongo';
import type { Manifest } from '@/lib/manifest/schema';
import { cardPreview } from '@/lib/modules/card-preview';
import { LISTED_VERSION, type ListedVersion, listingFields } from '@/lib/modules/listing-fields';
import { ratingScore, trendingScore } from '@/lib/modules/rank';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { type ModuleVersionDocument, ModuleVersionModel } from '@/models/module-version';
import type { Visibility } from '@/types/module';
import { KIND_KEYS, type ModuleKind } from '@/types/module-kind';
import { latestOf } from './rules';

type VersionHead = Pick<ModuleVersionDocument, 'version' | 'yanked' | 'publishedAt'> & {
  manifest: { kind: ModuleKind };
};

type Words = Pick<ModuleDocument, 'title' | 'summary' | 'keywords'>;
type Place = Pick<ModuleDocument, 'namespace' | 'name' | 'visibility'>;

const wordsOf = ({ title, summary, keywords = [] }: Manifest): Words => ({ title, summary, keywords });

/** What a module shows of its latest version. */
function derive(row: ListedVersion, versions: VersionHead[], latest: VersionHead, place: Place, words: Words) {
  const { manifest } = row;
  const key = KIND_KEYS[manifest.kind];
  return {
    title: words.title,
    summary: words.summary,
    keywords: words.keywords,
    license: manifest.license,
    version: latest.version,
    versionCount: versions.length,
    palette: manifest.kind === 'color-theme' ? (manifest.colorTheme.variants[0]?.palette ?? null) : null,
    preview: cardPreview(manifest),
    updatedAt: versions.reduce(
      (newest, row) => (row.publishedAt && row.publishedAt > newest ? row.publishedAt : newest),
      new Date(0),
    ),
    [key]: (manifest as unknown as Record<string, unknown>)[key],
    ...listingFields(row, { ...place, ...words }),
    changedAt: new Date(),
  };
}

/** A new module is found under every order at once; the batch refines this when its counters move. */
const firstRank = (now: Date) => ({
  trending: trendingScore({ downloadsByDay: [], stars: 0, updatedAt: now, now }),
  downloads: 0,
  stars: 0,
  rating: ratingScore({ average: 0, count: 0 }),
});

/**
 * Brings the module's own row up to date with its published versions; creates it with the first. Safe to repeat, and safe
 * when two versions are published at once: the later compare-and-set reads both. Throws `name_lookalike`.
 */
export async function refreshModule(namespace: string, name: string, firstVisibility: Visibility): Promise<void> {
  for (;;) {
    const module = await ModuleModel.findOne({ namespace, name }).lean<ModuleDocument>();
    const published = await ModuleVersionModel.find(
      { namespace, name, status: 'published' },
      { version: 1, yanked: 1, publishedAt: 1, 'manifest.kind': 1 },
    )
      .sort({ publishedAt: -1 })
      .lean<VersionHead[]>();
    // A version of another kind has lost a race and is about to be withdrawn.
    const versions = published.filter(({ manifest }) => !module || manifest.kind === module.kind);
    const latest = latestOf(versions);
    if (!latest) return;
    const row = await ModuleVersionModel.findOne(
      { namespace, name, version: latest.version },
      LISTED_VERSION,
    ).lean<ListedVersion>();
    if (!row) return;
    const place = { namespace, name, visibility: module?.visibility ?? firstVisibility };
    // A new latest version speaks for itself; as long as it stays the latest, the owner's later words stand.
    const words = module?.version === latest.version ? module : wordsOf(row.manifest);
    const fields = derive(row, versions, latest, place, words);
    if (!module) {
      if (
        await createModule(
          namespace,
          name,
          row.manifest,
          fields,
          firstVisibility,
          versions.at(-1)?.publishedAt ?? new Date(),
        )
      )
        return;
      continue;
    }
    const won = await ModuleModel.updateOne(
      { namespace, name, kind: module.kind, revision: module.revision },
      { $set: { ...fields, rankStale: true }, $inc: { revision: 1 } },
    );
    if (won.modifiedCount === 1) return;
  }
}

async function createModule(
  namespace: string,
  name: string,
  manifest: Manifest,
  fields: Record<string, unknown>,
  visibility: Visibility,
  publishedAt: Date,
): Promise<boolean> {
  try {
    await ModuleModel.create({
      ...fields,
      namespace,
      name,
      nameKey: lookalikeKey(name),
      kind: manifest.kind,
      visibility,
      publishedAt,
      rank: firstRank(publishedAt),
    });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const other = await ModuleModel.findOne({ namespace, nameKey: lookalikeKey(name) }, { name: 1 }).lean<{
      name: string;
    }>();
    if (other && other.name !== name) throw new DomainError('name_lookalike', { name, other: other.name });
    return false;
  }
}
