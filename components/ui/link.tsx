import type { ComponentProps } from 'react';

/** A plain link. `SoftLinks` in the layout turns a click on one into a soft navigation, and fetches ahead on intent. */
export function Link(props: ComponentProps<'a'> & { href: string }) {
  return <a {...props} />;
}
