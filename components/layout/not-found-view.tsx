import { LinkButton } from '@/components/ui/button';
import { routes } from '@/lib/routes';

/** Reached through shell.ts: every page carries its not-found page along, as a reference and not as an element tree. */
export function NotFoundView() {
  return (
    <div className="wrap py-16">
      <p className="font-mono text-ink-2">cat: no such file or directory</p>
      <h1 className="mt-2 text-2xl">There is nothing at this address</h1>
      <p className="mt-3 max-w-2xl text-ink-2">
        The name may be misspelt, or the module may be private. Private modules are shown to their owner only: sign in
        and look in the dashboard.
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton href={routes.explore()} look="solid">
          Explore modules
        </LinkButton>
        <LinkButton href={routes.dashboard()}>Dashboard</LinkButton>
      </p>
    </div>
  );
}
