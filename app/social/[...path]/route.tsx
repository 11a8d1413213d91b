import type { ReactElement } from 'react';
import { CollectionPicture, ModulePicture, ProfilePicture } from '@/components/social/pictures';
import { getCollection } from '@/lib/collections/queries';
import { getProfile } from '@/lib/discovery/queries';
import { markNamed } from '@/lib/infra/page-tags';
import { drawImage } from '@/lib/infra/social-image';
import { getModule } from '@/lib/modules/queries';

export const dynamic = 'force-static';
export const revalidate = 600;
export const generateStaticParams = () => [];

type Context = { params: Promise<{ path: string[] }> };

/** What everybody may see, as a picture; null where there is nothing, or nothing for everybody. */
async function pictureOf([kind, owner = '', name = '', ...rest]: string[]): Promise<ReactElement | null> {
  if (rest.length > 0) return null;
  if (kind === 'modules') {
    const module = await getModule(owner, name, null);
    return module && <ModulePicture module={module} />;
  }
  if (kind === 'collections') {
    const collection = await getCollection(owner, name, null);
    // A member that is hidden must leave the picture at once.
    if (collection) await markNamed(collection.items.map(({ module }) => module));
    return collection && <CollectionPicture collection={collection} />;
  }
  const profile = kind === 'people' && !name ? await getProfile(owner) : null;
  return profile && <ProfilePicture profile={profile} />;
}

/** The picture of a module, a person or a collection for where its page is shared. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const picture = await pictureOf((await params).path);
  return picture ? drawImage(picture) : new Response('Not found\n', { status: 404 });
}
