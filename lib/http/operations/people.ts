import { meShape, profileShape } from '@/lib/http/shapes/people';
import { defineOperation } from '../operation';

export const getUser = defineOperation({
  id: 'getUser',
  method: 'GET',
  path: '/users/{username}',
  group: 'people',
  summary: 'Read a profile',
  description: 'A person with their public modules and collections.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: profileShape,
  problems: ['not_found'],
  example: { path: { username: 'ada' } },
});

export const getMe = defineOperation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  group: 'people',
  summary: 'Read who you are',
  description: 'The account of the token, and what the token may do.',
  caller: 'somebody',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: meShape,
  problems: ['not_found'],
  example: {},
});
