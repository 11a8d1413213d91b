import { listModulesSchema, suggestSchema } from '@/lib/discovery/schema';
import { modulePageShape, moduleShape, suggestionsShape } from '@/lib/http/shapes/module';
import { patchModuleSchema } from '@/lib/modules/schema';
import { defineOperation } from '../operation';

const demo = { namespace: 'ada', name: 'tidewater' };
export const ownModule = { namespace: '$DOTKIT_USER', name: 'hello-theme' };

export const listModules = defineOperation({
  id: 'listModules',
  method: 'GET',
  path: '/modules',
  group: 'modules',
  summary: 'Search modules',
  description:
    'One page of public modules with the total and the facets of the whole list. `q` takes words and the operators of the search box, such as `kind:prompt`.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  query: listModulesSchema,
  status: 200,
  answer: modulePageShape,
  problems: ['invalid_cursor', 'search_down', 'search_warming'],
  example: { query: { q: 'calm', kind: 'color-theme', limit: '3' } },
});

export const suggest = defineOperation({
  id: 'suggest',
  method: 'GET',
  path: '/suggest',
  group: 'modules',
  summary: 'Complete what is being typed',
  description: 'Up to eight modules: of exactly that name first, then by how name and title begin.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  query: suggestSchema,
  status: 200,
  answer: suggestionsShape,
  problems: ['search_down', 'search_warming'],
  example: { query: { q: 'tide' } },
});

export const getModule = defineOperation({
  id: 'getModule',
  method: 'GET',
  path: '/modules/{namespace}/{name}',
  group: 'modules',
  summary: 'Read a module',
  description:
    'The module with its newest version that stands: dependencies, the map of what it writes, sha256 and size of its archive, and every version with whether it was yanked. A private module is not there for anybody but its owner.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: moduleShape,
  problems: ['not_found'],
  example: { path: demo },
});

export const updateModule = defineOperation({
  id: 'updateModule',
  method: 'PATCH',
  path: '/modules/{namespace}/{name}',
  group: 'modules',
  summary: 'Edit a listing',
  description:
    'Changes title, summary, keywords, visibility or deprecation; what is absent stays. Everything else comes from the manifest of a version.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  body: patchModuleSchema,
  status: 200,
  answer: moduleShape,
  problems: ['not_found', 'forbidden'],
  example: { path: ownModule, body: '{"keywords": ["calm", "dark"]}' },
});

export const starModule = defineOperation({
  id: 'starModule',
  method: 'PUT',
  path: '/modules/{namespace}/{name}/star',
  group: 'modules',
  summary: 'Star a module',
  description: 'Starring twice is the same as once.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  status: 204,
  answer: null,
  problems: ['not_found'],
  example: { path: demo },
});

export const unstarModule = defineOperation({
  id: 'unstarModule',
  method: 'DELETE',
  path: '/modules/{namespace}/{name}/star',
  group: 'modules',
  summary: 'Take a star back',
  description: 'A star that is not there is no error.',
  caller: 'somebody',
  scope: 'manage',
  limit: 'write',
  status: 204,
  answer: null,
  problems: ['not_found'],
  example: { path: demo },
});
