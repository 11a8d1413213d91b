import { Button } from '@/components/ui/button';
import { deleteCollectionForm } from '@/lib/collections/actions';
import { routes } from '@/lib/routes';

export function DeleteCollection({ slug }: { slug: string }) {
  return (
    <details>
      <summary className="btn" data-look="danger">
        Delete the collection
      </summary>
      <form action={deleteCollectionForm} className="mt-3 grid grid-cols-1 gap-3 border-l-4 border-bad pl-4">
        <p>The list and its notes are gone for good. The modules in it stay.</p>
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="returnTo" value={routes.collections()} />
        <div>
          <Button type="submit" look="danger">
            Yes, delete it
          </Button>
        </div>
      </form>
    </details>
  );
}
