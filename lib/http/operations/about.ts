import { z } from 'zod';
import { defineOperation } from '../operation';

export const getOpenapi = defineOperation({
  id: 'getOpenapi',
  method: 'GET',
  path: '/openapi.json',
  group: 'about',
  summary: 'Read this description',
  description: 'The OpenAPI 3.1 document of this API.',
  caller: 'anyone',
  scope: 'read',
  limit: 'read',
  status: 200,
  answer: z.record(z.string(), z.unknown()),
  problems: [],
  example: {},
});
