'use client';

import { FolderPlus } from 'lucide-react';
import { useState, useTransition } from 'react';
import { addToCollection, addToCollectionForm } from '@/lib/collections/actions';
import { routes } from '@/lib/routes';
import type { CollectionSummaryDto } from '@/types/module';

type AddProps = { namespace: string; name: string; collections: CollectionSummaryDto[] };

/** A menu of one's own collections. Each entry is a form of its own, so that it works without JavaScript. */
export function AddToCollection({ namespace, name, collections }: AddProps) {
  const [said, setSaid] = useState('');
  const [pending, startTransition] = useTransition();

  function add(slug: string, title: string) {
    startTransition(async () => {
      const result = await addToCollection({ slug, namespace, name });
      setSaid(result.ok ? `Added to ${title}` : result.message);
    });
  }

  return (
    <details className="menu">
      <summary className="btn">
        <FolderPlus size={16} aria-hidden />
        Collect
      </summary>
      <div>
        {collections.map(({ slug, title }) => (
          <form
            key={slug}
            action={addToCollectionForm}
            onSubmit={(event) => {
              event.preventDefault();
              add(slug, title);
            }}
          >
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="namespace" value={namespace} />
            <input type="hidden" name="name" value={name} />
            <input type="hidden" name="returnTo" value={routes.module(namespace, name)} />
            <button type="submit" disabled={pending}>
              {title}
            </button>
          </form>
        ))}
        <a href={routes.collections()}>{collections.length === 0 ? 'Start a collection' : 'New collection'}</a>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}
