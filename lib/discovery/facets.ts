import 'server-only';
import mongoose from 'mongoose';
import { ModuleModel } from '@/models/module-kinds';
import type { FacetDto, ModulePage } from '@/types/module';

export const FACETS = ['kind', 'app', 'os', 'shell', 'license', 'appearance', 'tag'] as const;
/** Beyond this many matches a total is not counted, and facets count a part of the list only. */
export const COUNT_BOUND = 10_000;
const MOST_VALUES = 30;

/** Matches of all terms, counted up to `COUNT_BOUND`. */
export async function countMatches(match: string[]): Promise<{ total: number; totalIsBound: boolean }> {
  const counted = await ModuleModel.countDocuments({ terms: mongoose.trusted({ $all: match }) }).limit(COUNT_BOUND + 1);
  return { total: Math.min(counted, COUNT_BOUND), totalIsBound: counted > COUNT_BOUND };
}

/** For each facet, its values among the matches and how often each occurs, most frequent first. */
export async function countFacets(match: string[]): Promise<ModulePage['facets']> {
  const rows = await ModuleModel.aggregate<{ _id: string; count: number }>([
    { $match: { terms: { $all: match } } },
    { $limit: COUNT_BOUND },
    { $project: { facets: 1 } },
    { $unwind: '$facets' },
    { $group: { _id: '$facets', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  const facets = Object.fromEntries(FACETS.map((name): [string, FacetDto[]] => [name, []])) as ModulePage['facets'];
  for (const row of rows) {
    const split = row._id.indexOf(':');
    const values = facets[row._id.slice(0, split) as (typeof FACETS)[number]];
    if (values && values.length < MOST_VALUES) values.push({ value: row._id.slice(split + 1), count: row.count });
  }
  return facets;
}
