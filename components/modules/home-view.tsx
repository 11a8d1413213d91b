'use client';

import type { ReactNode } from 'react';
import { CollectionStrip } from '@/components/collections/collection-strip';
import { HueStrip } from '@/components/colors/hue-strip';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Count } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { HomeData } from './home-data';
import { KIND_INFO } from './kind-info';
import { ModuleCards } from './module-cards';
import { InstallPlan } from './plan';

function Kinds({ kinds }: Pick<HomeData, 'kinds'>) {
  return (
    <ul className="kinds">
      {kinds.map(([kind, count, picture]) => (
        <li key={kind}>
          <a href={routes.explore({ kind })}>
            <svg viewBox="0 0 24 24" aria-hidden>
              <path d={picture} />
            </svg>
            <b>{KIND_INFO[kind].plural}</b>
            <small>
              <Count value={count} />
            </small>
            <span>{KIND_INFO[kind].does}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

type ShelfProps = { title: string; href?: string; more?: string; children: ReactNode };

function Shelf({ title, href, more = 'See all', children }: ShelfProps) {
  return (
    <section className="sec">
      <div>
        <h2>{title}</h2>
        {href && (
          <a className="link go" href={href}>
            {more}
            <span className="sr-only">: {title.toLowerCase()}</span>
          </a>
        )}
      </div>
      {children}
    </section>
  );
}

function FirstModule() {
  return (
    <EmptyState title="No modules yet" sample="npx dotkit init && npx dotkit publish">
      The catalogue is empty. Be the first:{' '}
      <a className="link" href={routes.newModule()}>
        publish a module
      </a>{' '}
      from the browser, or from a terminal.
    </EmptyState>
  );
}

/** What the site is, shown on one real module; then the catalogue. */
export function HomeView({ home }: { home: HomeData }) {
  const { example } = home;
  return (
    <div className="wrap">
      <section className="lead">
        <div>
          <h1>See what a dotfile module writes before you install it.</h1>
          <p>
            Every path, alias and key, and what it clashes with. Installing is a transaction, updates keep your own
            edits, and leaving restores your files byte for byte.
          </p>
          <p className="flex flex-wrap gap-3">
            <LinkButton href={routes.explore()} look="solid">
              <span>Explore {home.total > 0 && <Count value={home.total} />} modules</span>
            </LinkButton>
            <LinkButton href={routes.docs('quick-start')}>Quick start</LinkButton>
          </p>
        </div>
        {example && (
          <figure>
            <InstallPlan plan={example} />
            <figcaption>
              The plan of{' '}
              <a className="link" href={`/${example.ref}`}>
                {example.title}
              </a>
              .
            </figcaption>
          </figure>
        )}
      </section>
      {home.total === 0 && <FirstModule />}
      {home.featured.length > 0 && (
        <Shelf title="Featured this week">
          <ModuleCards cards={home.featured} strip="narrow" />
        </Shelf>
      )}
      <section className="sec">
        <h2>Kinds</h2>
        <Kinds kinds={home.kinds} />
      </section>
      {home.trending.length > 0 && (
        <Shelf title="Trending" href={routes.explore()}>
          <ModuleCards cards={home.trending} />
        </Shelf>
      )}
      {home.themes.coloured.length + home.themes.greys.length > 0 && (
        <Shelf title="Colour themes by hue" href={routes.colors()} more="Find one by colour">
          <HueStrip themes={home.themes} />
        </Shelf>
      )}
      {home.fresh.length > 0 && (
        <Shelf title="New" href={routes.explore({ sort: 'new' })}>
          <ModuleCards cards={home.fresh} strip="narrow" />
        </Shelf>
      )}
      {home.updated.length > 0 && (
        <Shelf title="Recently updated" href={routes.explore({ sort: 'updated' })}>
          <ModuleCards cards={home.updated} strip="narrow" />
        </Shelf>
      )}
      {home.collections.length > 0 && (
        <Shelf title="Popular collections">
          <CollectionStrip collections={home.collections} />
        </Shelf>
      )}
    </div>
  );
}
