import type { MDXComponents } from 'mdx/types';
import { type ComponentProps, isValidElement } from 'react';
import { CodeBlock } from '@/components/code/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { DocsHeading } from './docs-heading';
import { DocsIndex } from './docs-index';
import { ArchiveLimits } from './reference/archive-limits';
import { CommandReference } from './reference/command-reference';
import { FindingCodes } from './reference/finding-codes';
import { ManifestReference } from './reference/manifest-reference';
import { SearchOperators } from './search-operators';

const COPIED: Record<string, string> = { sh: 'commands', json: 'manifest', yaml: 'workflow' };

/** A block of code. What a command printed is only read, so it has no button. */
function Pre({ children }: ComponentProps<'pre'>) {
  const props = isValidElement<ComponentProps<'code'>>(children) ? children.props : {};
  const language = /language-([\w-]+)/.exec(props.className ?? '')?.[1] ?? 'text';
  const code = typeof props.children === 'string' ? props.children : '';
  if (language === 'text') return <CodeBlock code={code} language={language} />;
  return (
    <div className="code-box">
      <CodeBlock code={code} language={language} />
      <CopyButton text={code} what={COPIED[language] ?? 'file'} />
    </div>
  );
}

function ScrollingTable({ children }: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="table-scroll" tabIndex={0}>
      <table className="table">{children}</table>
    </div>
  );
}

/** What the Markdown of the handbook becomes, and the components that its pages may name. */
export const DOCS_COMPONENTS: MDXComponents = {
  h2: ({ children }) => <DocsHeading level={2}>{children}</DocsHeading>,
  h3: ({ children }) => <DocsHeading level={3}>{children}</DocsHeading>,
  pre: Pre,
  table: ScrollingTable,
  ArchiveLimits,
  CommandReference,
  DocsIndex,
  FindingCodes,
  ManifestReference,
  SearchOperators,
};
