import { Link } from '@/components/ui/link';
import { routes } from '@/lib/routes';

const LINKS = [
  [routes.explore(), 'Explore'],
  [routes.docs(), 'Docs'],
  [routes.docs('publishing'), 'Publish a module'],
  [routes.docs('verification'), 'How modules are verified'],
  [routes.dashboard(), 'Dashboard'],
] as const;

export function Footer() {
  return (
    <footer className="foot">
      <div className="wrap flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-6">
        <p>dotkit: see what a module writes before you install it.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6">
          {LINKS.map(([href, label]) => (
            <Link key={href} href={href}>
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
