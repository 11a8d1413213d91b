'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'href'> & { href: string };

/** A link that fetches ahead only when a pointer or the focus reaches it: a list of cards must not cost the origin a list of pages. */
export function Link(props: LinkProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <NextLink {...props} prefetch={wanted ? null : false} onPointerEnter={want} onFocus={want} />;
}
