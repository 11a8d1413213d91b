import { createCollectionSchema, itemBodySchema, patchCollectionSchema } from '@/lib/collections/schema';
import { pageSchema } from '@/lib/http/page-of';
import {
  collectionManifestShape,
  collectionPageShape,
  collectionRefShape,
  collectionShape,
} from '@/lib/http/shapes/people';
import { defineOperation } from '../operation';

const own = { owner: '$DOTKIT_USER', slug: 'evenings' };
const item = { ...own, namespace: 'ada', name: 'tidewater' };

export const listCollections = defineOperation({
  id: 'listCollections',
  method: 'GET',
  path: '/collections',
  group: 'collections',
  summary: 'List your collections',
  description: 'Private ones too, most recently changed first.',
  caller: 'somebody',
  scope: 'read',
  limit: 'read',
  query: pageSchema,
  status: 200,
  answer: collectionPageShape,
  problems: ['invalid_cursor'],
  example: {},
});

export const createCollection = defineOperation({
  id: 'createCollection',
  method: 'POST',
  path: '/collections',
  group: 'collections',
  summary: 'Begin a collection',
  description: 'Its address follows the title unless `slug` names one.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  body: createCollectionSchema,
  status: 201,
  answer: collectionRefShape,
  problems: ['collection_exists'],
  example: {
    headers: { 'Idempotency-Key': '"5f3c9b52-evenings"' },
    body: '{"title": "Evenings", "description": "Easy on the eyes."}',
  },
});

export const addToCollection = defineOperation({
  id: 'addToCollection',
  method: 'PUT',
  path: '/collections/{owner}/{slug}/items/{namespace}/{name}',
  group: 'collections',
  summary: 'Put a module into a collection',
  description: 'Adds it at the end, or changes the note of one that is there.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  body: itemBodySchema,
  isBodyOptional: true,
  status: 204,
  answer: null,
  problems: ['not_found'],
  example: { path: item, body: '{"note": "For the terminal."}' },
});

export const getCollection = defineOperation({
  id: 'getCollection',
  method: 'GET',
  path: '/collections/{owner}/{slug}',
  group: 'collections',
  summary: 'Read a collection',
  description: 'In the order of the person who made it. Modules that you may not see are left out.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: collectionShape,
  problems: ['not_found'],
  example: { path: own },
});

export const getCollectionManifest = defineOperation({
  id: 'getCollectionManifest',
  method: 'GET',
  path: '/collections/{owner}/{slug}/manifest',
  group: 'collections',
  summary: 'Read a collection as a bundle',
  description: 'A manifest of the kind `bundle` that a client can install.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: collectionManifestShape,
  problems: ['not_found'],
  example: { path: own },
});

export const updateCollection = defineOperation({
  id: 'updateCollection',
  method: 'PATCH',
  path: '/collections/{owner}/{slug}',
  group: 'collections',
  summary: 'Edit a collection',
  description: 'Changes title, description or visibility; what is absent stays.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  body: patchCollectionSchema,
  status: 200,
  answer: collectionRefShape,
  problems: ['not_found'],
  example: { path: own, body: '{"visibility": "private"}' },
});

export const removeFromCollection = defineOperation({
  id: 'removeFromCollection',
  method: 'DELETE',
  path: '/collections/{owner}/{slug}/items/{namespace}/{name}',
  group: 'collections',
  summary: 'Take a module out of a collection',
  description: 'One that is not in it is no error.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  status: 204,
  answer: null,
  problems: ['not_found'],
  example: { path: item },
});

export const deleteCollection = defineOperation({
  id: 'deleteCollection',
  method: 'DELETE',
  path: '/collections/{owner}/{slug}',
  group: 'collections',
  summary: 'Delete a collection',
  description: 'The modules in it stay where they are.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  status: 204,
  answer: null,
  problems: ['not_found'],
  example: { path: own },
});
