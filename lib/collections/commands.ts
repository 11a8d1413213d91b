import 'server-only';
import mongoose from 'mongoose';
import { DomainError } from '@/lib/errors';
import { invalidate } from '@/lib/infra/invalidate';
import { isDuplicateKey, withDatabase } from '@/lib/infra/mongo';
import { canView } from '@/lib/modules/rules';
import { words } from '@/lib/utils/words';
import { CollectionModel } from '@/models/collection';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import type {
  AddItemInput,
  CollectionSlugInput,
  CreateCollectionInput,
  RemoveItemInput,
  UpdateCollectionInput,
} from './schema';

export type CollectionRef = { owner: string; slug: string };
const MAX_ITEMS = 200;

const slugOf = (title: string) =>
  words(title)
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'collection';
const changed = (owner: string, slug: string) => invalidate({ type: 'collectionChanged', owner, slug });

/** Begins a collection. Throws `collection_exists`. */
export async function createCollection(input: CreateCollectionInput, actor: Actor): Promise<CollectionRef> {
  const slug = input.slug ?? slugOf(input.title);
  try {
    await withDatabase(() =>
      CollectionModel.create({
        userId: actor.userId,
        owner: actor.username,
        slug,
        title: input.title,
        description: input.description,
        visibility: input.visibility,
      }),
    );
  } catch (error) {
    if (isDuplicateKey(error))
      throw new DomainError(
        'collection_exists',
        {},
        { fields: [{ path: 'title', message: `You have a collection at “${slug}” already.` }] },
      );
    throw error;
  }
  await changed(actor.username, slug);
  return { owner: actor.username, slug };
}

/** Changes title, description or visibility; what is absent stays. Throws `not_found`. */
export async function updateCollection(
  { slug, ...changes }: UpdateCollectionInput,
  actor: Actor,
): Promise<CollectionRef> {
  const set = {
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    updatedAt: new Date(),
  };
  await own(slug, actor, () => CollectionModel.updateOne({ owner: actor.username, slug }, { $set: set }));
  return { owner: actor.username, slug };
}

/** Removes a collection. Throws `not_found`. */
export async function deleteCollection({ slug }: CollectionSlugInput, actor: Actor): Promise<CollectionRef> {
  const removed = await withDatabase(() => CollectionModel.deleteOne({ owner: actor.username, slug }));
  if (removed.deletedCount === 0) throw new DomainError('not_found');
  await changed(actor.username, slug);
  return { owner: actor.username, slug };
}

/** Puts a module at the end of a collection, or changes its note. Throws `not_found`, `invalid_input` when it is full. */
export async function addToCollection(
  { slug, namespace, name, note }: AddItemInput,
  actor: Actor,
): Promise<CollectionRef> {
  const module = await withDatabase(() =>
    ModuleModel.findOne({ namespace, name }, { namespace: 1, visibility: 1 }).lean<
      Pick<ModuleDocument, 'namespace' | 'visibility'>
    >(),
  );
  if (!module || !canView(actor, module)) throw new DomainError('not_found');
  const mine = { owner: actor.username, slug };
  const member = { namespace, name };
  await withDatabase(async () => {
    // Adding comes first: of two who add at once, the one who is late finds the module there and sets its note.
    const added = await CollectionModel.updateOne(
      {
        ...mine,
        items: mongoose.trusted({ $not: { $elemMatch: member } }),
        [`items.${MAX_ITEMS - 1}`]: mongoose.trusted({ $exists: false }),
      },
      { $push: { items: { namespace, name, note, addedAt: new Date() } }, $set: { updatedAt: new Date() } },
    );
    if (added.matchedCount === 1) return;
    const renoted = await CollectionModel.updateOne(
      { ...mine, items: mongoose.trusted({ $elemMatch: member }) },
      { $set: { 'items.$.note': note, updatedAt: new Date() } },
    );
    if (renoted.matchedCount === 1) return;
    if (!(await CollectionModel.exists(mine))) throw new DomainError('not_found');
    throw new DomainError(
      'invalid_input',
      {},
      { fields: [{ path: 'slug', message: `A collection holds at most ${MAX_ITEMS} modules.` }] },
    );
  });
  await changed(actor.username, slug);
  return mine;
}

/** Takes a module out of a collection; an absent one is fine. Throws `not_found` for the collection. */
export async function removeFromCollection(
  { slug, namespace, name }: RemoveItemInput,
  actor: Actor,
): Promise<CollectionRef> {
  await own(slug, actor, () =>
    CollectionModel.updateOne(
      { owner: actor.username, slug },
      { $pull: { items: { namespace, name } }, $set: { updatedAt: new Date() } },
    ),
  );
  return { owner: actor.username, slug };
}

async function own(slug: string, actor: Actor, write: () => Promise<{ matchedCount: number }>): Promise<void> {
  const written = await withDatabase(write);
  if (written.matchedCount === 0) throw new DomainError('not_found');
  await changed(actor.username, slug);
}
