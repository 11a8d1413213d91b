/** Query parameters that make a listing a search, rendered for one request; without one, a prerendered page is served. */
export const SEARCH_PARAMETERS = [
  'q',
  'app',
  'os',
  'shell',
  'tag',
  'license',
  'author',
  'appearance',
  'stars',
  'updated',
  'capability',
  'sort',
  'cursor',
  'limit',
] as const;
