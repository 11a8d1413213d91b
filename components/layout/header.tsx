import { Link } from '@/components/ui/link';
import { routes } from '@/lib/routes';
import { SchemeSwitch } from './scheme-switch';
import { SearchForm } from './search-form';
import { ViewerLink } from './viewer-link';

export function Header() {
  return (
    <header className="top">
      <div className="wrap">
        <Link href={routes.home()} className="mark">
          dotkit
        </Link>
        <SearchForm />
        <nav aria-label="Main" className="nav">
          <Link href={routes.explore()}>Explore</Link>
          <Link href={routes.docs()}>Docs</Link>
          <ViewerLink />
          <SchemeSwitch />
        </nav>
      </div>
    </header>
  );
}
