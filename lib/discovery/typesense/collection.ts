import { FACETS, SORT_FIELDS } from '../search/search-index';

/** Fields that words are looked for in, and what each weighs (0 to 127): as `search/score.ts` weighs them. */
export const TEXT_WEIGHTS = {
  name: 100,
  title: 90,
  tags: 60,
  provides: 50,
  owner: 50,
  kind: 35,
  summary: 35,
  also: 30,
  readme: 12,
} as const;
const STEMMED = ['title', 'tags', 'provides', 'summary', 'readme'];

/**
 * `terms` are numbers of filters and `called` is the number of the name: what is filtered by is never a text, so that no text of
 * a visitor is read as filter syntax, and `c++`, `c` and `C` stay three values. `idHigh` and `idLow` break ties between equal values.
 */
const FIELDS = [
  ...Object.keys(TEXT_WEIGHTS).map((name) => ({ name, type: 'string', stem: STEMMED.includes(name) })),
  ...FACETS.map((name) => ({ name, type: 'string[]', facet: true })),
  { name: 'terms', type: 'int64[]', sort: false },
  { name: 'called', type: 'int64', sort: false },
  ...SORT_FIELDS.map((name) => ({ name, type: 'int64', sort: true, range_index: true })),
  { name: 'idHigh', type: 'int64', sort: true, range_index: true },
  { name: 'idLow', type: 'int64', sort: true, range_index: true },
  { name: 'quality', type: 'float', sort: true },
];

/** The name that is searched. It stands for the collection that was filled last. */
export const ALIAS = 'dotkit-modules';
/** Raise it when the fields change, or what is written into them: a new collection is then filled beside the old one. */
const SHAPE = 1;

/** Whether a collection belongs to a later release than this one. */
export const isLater = (collection: string): boolean => Number(/-(\d+)$/.exec(collection)?.[1]) > SHAPE;

/** The collection of this release. */
export const COLLECTION = {
  name: `${ALIAS}-${SHAPE}`,
  fields: FIELDS,
  default_sorting_field: 'quality',
};

/** Holds how far each collection has followed the database: a collection that is gone takes its own mark along. */
export const MARKS = {
  name: 'dotkit-feed',
  fields: [{ name: 'phase', type: 'string' }],
};
