import { Children, isValidElement, type ReactNode } from 'react';
import { headingId } from '@/lib/utils/heading-id';

function plainText(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => (isValidElement<{ children?: ReactNode }>(child) ? plainText(child.props.children) : String(child)))
    .join('');
}

/** A heading that is its own address, so that any part of a page can be pointed at. */
export function DocsHeading({ level, children }: { level: 2 | 3; children: ReactNode }) {
  const Heading = `h${level}` as const;
  const id = headingId(plainText(children));
  return (
    <Heading id={id}>
      <a href={`#${id}`}>{children}</a>
    </Heading>
  );
}
