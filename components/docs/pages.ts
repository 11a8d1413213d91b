/** The pages of the handbook, in reading order. */
export const DOCS_PAGES = [
  { slug: '', title: 'Handbook', summary: 'What dotkit is, and where to begin.' },
  { slug: 'quick-start', title: 'Quick start', summary: 'From a search to a module on your machine, and back.' },
  { slug: 'installing', title: 'Install safely', summary: 'The plan, conflicts, your own edits, and the way back.' },
  { slug: 'searching', title: 'Searching', summary: 'Words, operators, keys.' },
  { slug: 'publishing', title: 'Publish a module', summary: 'A dotkit.json, an archive, two minutes.' },
  {
    slug: 'kinds',
    title: 'Kinds of module',
    summary: 'What each of the twelve kinds is for, with a manifest to begin from.',
  },
  { slug: 'ci', title: 'Publish from CI', summary: 'A token in a secret, and one command.' },
  {
    slug: 'verification',
    title: 'How a module is verified',
    summary: 'What is refused, what is only labelled, and why.',
  },
  { slug: 'manifest', title: 'Manifest reference', summary: 'Every field of dotkit.json.' },
  { slug: 'archives', title: 'Archive rules', summary: 'What an archive may hold, and every finding there is.' },
  {
    slug: 'cli',
    title: 'Command reference',
    summary: 'Every command, option and exit code, and the files that dotkit keeps.',
  },
  { slug: 'api', title: 'REST API', summary: 'Every operation, with examples that run as they stand.' },
  { slug: 'webhooks', title: 'Feeds and webhooks', summary: 'How to hear of new versions.' },
  { slug: 'self-hosting', title: 'Self-hosting', summary: 'Engines, settings, proxy, worker, health.' },
  { slug: 'faq', title: 'Questions', summary: 'Short answers.' },
] as const;
