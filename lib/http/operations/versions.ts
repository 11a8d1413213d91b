import { downloadQuerySchema } from '@/lib/downloads/schema';
import { pageSchema } from '@/lib/http/page-of';
import { downloadShape, versionNameShape, versionPageShape, versionShape } from '@/lib/http/shapes/version';
import { yankBodySchema } from '@/lib/versions/schema';
import { defineOperation } from '../operation';
import { ownModule } from './modules';

const published = { ...ownModule, version: '1.0.0' };

export const listVersions = defineOperation({
  id: 'listVersions',
  method: 'GET',
  path: '/modules/{namespace}/{name}/versions',
  group: 'versions',
  summary: 'List versions',
  description: 'Published versions, newest first. Yanked ones stay in the list, with the reason.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  query: pageSchema,
  status: 200,
  answer: versionPageShape,
  problems: ['not_found', 'invalid_cursor'],
  example: { path: ownModule, query: { limit: '5' } },
});

export const getVersion = defineOperation({
  id: 'getVersion',
  method: 'GET',
  path: '/modules/{namespace}/{name}/versions/{version}',
  group: 'versions',
  summary: 'Read a version',
  description: 'Manifest, files, hashes. A yanked version stays readable, with the reason.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: versionShape,
  problems: ['not_found'],
  example: { path: published },
});

export const downloadVersion = defineOperation({
  id: 'downloadVersion',
  method: 'GET',
  path: '/modules/{namespace}/{name}/versions/{version}/download',
  group: 'versions',
  summary: 'Download an archive',
  description:
    'Answers 307 to a signed link that lives 300 seconds; with `Accept: application/json` it answers the link with the sha256 and the size to check the bytes by. A yanked version answers 410 with the reason, unless `yanked=allow` says that exactly this version is meant.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  query: downloadQuerySchema,
  status: 200,
  answer: downloadShape,
  redirects: true,
  problems: ['not_found', 'yanked', 'storage_down'],
  example: { path: published, headers: { Accept: 'application/json' } },
});

export const yankVersion = defineOperation({
  id: 'yankVersion',
  method: 'POST',
  path: '/modules/{namespace}/{name}/versions/{version}/yank',
  group: 'versions',
  summary: 'Yank a version',
  description:
    'Takes a version out of resolution, with a reason that people are shown. Its bytes stay for those who pinned it.',
  caller: 'somebody',
  scope: 'publish',
  limit: 'write',
  body: yankBodySchema,
  status: 200,
  answer: versionNameShape,
  problems: ['not_found', 'forbidden'],
  example: { path: published, body: '{"reason": "Overwrites a file it should not."}' },
});

export const restoreVersion = defineOperation({
  id: 'restoreVersion',
  method: 'DELETE',
  path: '/modules/{namespace}/{name}/versions/{version}/yank',
  group: 'versions',
  summary: 'Restore a yanked version',
  description: 'Puts the version back.',
  caller: 'somebody',
  scope: 'publish',
  limit: 'write',
  status: 200,
  answer: versionNameShape,
  problems: ['not_found', 'forbidden'],
  example: { path: published },
});
