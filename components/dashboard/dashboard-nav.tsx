'use client';

import { usePathname } from 'next/navigation';
import { Tabs } from '@/components/ui/tabs';
import { routes } from '@/lib/routes';

const PLACES = [
  { href: routes.dashboard(), label: 'Modules' },
  { href: routes.newModule(), label: 'Publish' },
  { href: routes.collections(), label: 'Collections' },
  { href: routes.tokens(), label: 'Tokens' },
  { href: routes.settings(), label: 'Settings' },
];

/** The place whose address begins the current one; the longest wins, because every place lies below the dashboard. */
function currentOf(pathname: string): string | undefined {
  const around = PLACES.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return around.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

export function DashboardNav() {
  const current = currentOf(usePathname());
  return <Tabs label="Dashboard" items={PLACES.map((place) => ({ ...place, current: place.href === current }))} />;
}
