import 'server-only';
import { Redis } from '@upstash/redis';
import { env } from '@/lib/env';
import { RestRequester } from './rest-requester';

const holder = globalThis as { dotkitRedis?: Redis };

/** The cache's client. Nothing is tried twice: a cache that fails is a miss, and waiting for it would cost more than the load. */
export function redis(): Redis {
  holder.dotkitRedis ??= new Redis(new RestRequester(env().UPSTASH_REDIS_REST_URL, env().UPSTASH_REDIS_REST_TOKEN));
  return holder.dotkitRedis;
}
