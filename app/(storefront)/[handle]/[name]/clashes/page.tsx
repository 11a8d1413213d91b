import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { OwnCheckForm } from '@/components/relations/own-check-form';
import { getActor } from '@/lib/accounts/queries';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';

type Props = { params: Promise<{ handle: string; name: string }> };

async function load({ params }: Props) {
  const { handle, name } = await params;
  const namespace = namespaceOf(handle);
  return (namespace === null ? null : await getModule(namespace, name, await getActor())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const module = await load(props);
  const path = routes.clashes(module.namespace, module.name);
  return { ...moduleMetadata(module, { title: 'Check against what you have', path }), robots: { index: false } };
}

/** A person pastes what they have already, and learns what of it this module would get in the way of. */
export default async function ClashesPage(props: Props) {
  const { namespace, name, title } = await load(props);
  return (
    <div className="wrap grid gap-6 pt-8">
      <header>
        <p className="path">
          <a href={routes.profile(namespace)}>@{namespace}</a>/<a href={routes.module(namespace, name)}>{name}</a>
        </p>
        <h1 className="text-2xl">Does {title} clash with what you have?</h1>
        <p className="mt-2 max-w-2xl text-ink-2">
          Paste your aliases (what <code>alias</code> or <code>git config --get-regexp alias</code> prints), paths, key
          bindings (<code>bind</code> and <code>map</code> lines), commands, modules such as <code>@ada/tmux-calm</code>
          , or your <code>dotkit.lock.json</code>: one on each line, in any mixture.
        </p>
      </header>
      <OwnCheckForm namespace={namespace} name={name} />
    </div>
  );
}
