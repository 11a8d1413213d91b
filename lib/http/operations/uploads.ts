import { startedUploadShape, takenUploadShape, uploadShape } from '@/lib/http/shapes/version';
import { startUploadSchema } from '@/lib/versions/schema';
import { defineOperation } from '../operation';

export const startUpload = defineOperation({
  id: 'startUpload',
  method: 'POST',
  path: '/uploads',
  group: 'uploads',
  summary: 'Announce an archive',
  description:
    'Answers a link for one PUT of exactly these bytes, straight to the storage. Send the headers of the answer with it, then complete the upload.',
  caller: 'somebody',
  scope: 'publish',
  limit: 'publish',
  body: startUploadSchema,
  status: 201,
  answer: startedUploadShape,
  problems: [
    'namespace_not_yours',
    'name_reserved',
    'name_lookalike',
    'version_exists',
    'archive_too_large',
    'module_limit',
    'storage_down',
  ],
  example: {
    headers: { 'Idempotency-Key': '"hello-theme-1.1.0"' },
    body: '{"name": "@$DOTKIT_USER/hello-theme", "version": "1.1.0", "size": $SIZE, "sha256": "$SHA256"}',
  },
});

export const completeUpload = defineOperation({
  id: 'completeUpload',
  method: 'POST',
  path: '/uploads/{id}/complete',
  group: 'uploads',
  summary: 'Complete an upload',
  description:
    'Says that the bytes are there. The version number is reserved and the archive is verified; ask for the upload until its status is `published` or `rejected`. Safe to repeat.',
  caller: 'somebody',
  scope: 'publish',
  limit: 'write',
  status: 202,
  answer: takenUploadShape,
  problems: [
    'not_found',
    'upload_expired',
    'upload_missing',
    'size_mismatch',
    'version_exists',
    'name_lookalike',
    'storage_down',
  ],
  example: { path: { id: '$UPLOAD_ID' } },
});

export const getUpload = defineOperation({
  id: 'getUpload',
  method: 'GET',
  path: '/uploads/{id}',
  group: 'uploads',
  summary: 'Follow an upload',
  description: 'How far the verification is, with every finding: its code, the file, the line, a sentence.',
  caller: 'somebody',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: uploadShape,
  problems: ['not_found'],
  example: { path: { id: '$UPLOAD_ID' } },
});
