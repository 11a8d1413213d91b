/// <reference types="mdx" />
import type { MDXContent } from 'mdx/types';
import Archives from './archives.mdx';
import Ci from './ci.mdx';
import Cli from './cli.mdx';
import Faq from './faq.mdx';
import Index from './index.mdx';
import Installing from './installing.mdx';
import Kinds from './kinds.mdx';
import ManifestFields from './manifest.mdx';
import Publishing from './publishing.mdx';
import QuickStart from './quick-start.mdx';
import Searching from './searching.mdx';
import SelfHosting from './self-hosting.mdx';
import Verification from './verification.mdx';
import Webhooks from './webhooks.mdx';

/** The pages that are written here, by their address below /docs. Titles and order are in components/docs/pages. */
export const DOCS_CONTENT = {
  '': Index,
  'quick-start': QuickStart,
  installing: Installing,
  searching: Searching,
  publishing: Publishing,
  kinds: Kinds,
  ci: Ci,
  verification: Verification,
  manifest: ManifestFields,
  archives: Archives,
  cli: Cli,
  webhooks: Webhooks,
  'self-hosting': SelfHosting,
  faq: Faq,
} as const satisfies Record<string, MDXContent>;

export const isContentSlug = (slug: string): slug is keyof typeof DOCS_CONTENT => Object.hasOwn(DOCS_CONTENT, slug);
