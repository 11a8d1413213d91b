import { Children, type ComponentProps, isValidElement, type ReactNode } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from '@/components/code/code-block';
import { type ReadmeHome, readmeHref, rehypeReadme } from './rehype-readme';

/** The closed list. Raw HTML in a README is shown as text, because no parser of it is ever plugged in. */
const ELEMENTS =
  'a blockquote br code del em h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(
    ' ',
  );
const REL = 'nofollow ugc noopener';

function plainText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  return Children.toArray(node)
    .map((child) =>
      isValidElement<{ children?: ReactNode }>(child) ? plainText(child.props.children) : plainTextOf(child),
    )
    .join('');
}
const plainTextOf = (child: ReactNode) => (typeof child === 'string' || typeof child === 'number' ? String(child) : '');

function Pre({ children }: ComponentProps<'pre'> & ExtraProps) {
  const code = Children.toArray(children).find((child) => isValidElement<ComponentProps<'code'>>(child));
  const props = isValidElement<ComponentProps<'code'>>(code) ? code.props : {};
  const language = /language-([\w-]+)/.exec(props.className ?? '')?.[1] ?? '';
  return <CodeBlock code={plainText(props.children)} language={language} />;
}

/** The renderers of links, images and code. An image becomes a link: loading it would tell a stranger's server who reads what. */
function componentsFor(home: ReadmeHome): Components {
  return {
    a({ href, children, id }) {
      const target = href ? readmeHref(href, home) : null;
      if (!target) return <span>{children}</span>;
      return (
        <a id={id} href={target} {...(target.startsWith('http') ? { rel: REL } : {})}>
          {children}
        </a>
      );
    },
    img({ src, alt }) {
      const target = typeof src === 'string' ? readmeHref(src, home) : null;
      const label = alt || 'untitled';
      if (!target) return <span>[image: {label}]</span>;
      return (
        <a href={target} rel={REL}>
          [image: {label}]
        </a>
      );
    },
    input({ checked }) {
      return <span>{checked ? '[x]' : '[ ]'}</span>;
    },
    table({ children }) {
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="table-scroll" tabIndex={0}>
          <table className="table">{children}</table>
        </div>
      );
    },
    pre: Pre,
  };
}

/** A module's README or changelog, rendered on the server into a closed list of elements. */
export function Readme({ source, home }: { source: string; home: ReadmeHome }) {
  return (
    <div className="prose">
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeReadme, home]]}
        remarkRehypeOptions={{ clobberPrefix: `readme-${home.part ?? ''}` }}
        allowedElements={ELEMENTS}
        unwrapDisallowed
        urlTransform={(url) => url}
        components={componentsFor(home)}
      >
        {source}
      </Markdown>
    </div>
  );
}
