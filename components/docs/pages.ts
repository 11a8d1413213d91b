/** The pages of the handbook, in reading order. */
export const DOCS_PAGES = [
  { slug: '', title: 'Handbook', summary: 'What dotkit is, and where to begin.' },
  { slug: 'quick-start', title: 'Quick start', summary: 'From a search to a module on your machine.' },
  { slug: 'searching', title: 'Searching', summary: 'Words, operators, keys.' },
  { slug: 'publishing', title: 'Publishing', summary: 'A dotkit.json, an archive, two minutes.' },
  {
    slug: 'verification',
    title: 'How a module is verified',
    summary: 'What is refused, what is only labelled, and why.',
  },
  { slug: 'api', title: 'REST API', summary: 'Every operation, with examples that run as they stand.' },
] as const;
