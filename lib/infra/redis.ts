import 'server-only';
import { Redis } from '@upstash/redis';
import { env } from '@/lib/env';

const holder = globalThis as { dotkitRedis?: Redis };

/** The cache's client. Retries are off: a cache that fails is a miss, and waiting for it would cost more than the load. */
export function redis(): Redis {
  holder.dotkitRedis ??= new Redis({
    url: env().UPSTASH_REDIS_REST_URL,
    token: env().UPSTASH_REDIS_REST_TOKEN,
    retry: false,
    automaticDeserialization: true,
    enableTelemetry: false,
  });
  return holder.dotkitRedis;
}
