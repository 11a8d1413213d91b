import 'server-only';
import { Redis, type RedisConfigNodejs } from '@upstash/redis';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { env } from '@/lib/env';

/**
 * Sends its requests outside of the page that is being rendered: Next takes an uncached `fetch` for a reason to render that
 * page for every visitor, and fails one that was prerendered before.
 */
class BackstageRedis extends Redis {
  constructor(config: RedisConfigNodejs) {
    super(config);
    const send = this.client.request.bind(this.client);
    this.client.request = (request) =>
      workAsyncStorage.getStore() ? workAsyncStorage.exit(() => send(request)) : send(request);
  }
}

const holder = globalThis as { dotkitRedis?: Redis };

/** The cache's client. Retries are off: a cache that fails is a miss, and waiting for it would cost more than the load. */
export function redis(): Redis {
  holder.dotkitRedis ??= new BackstageRedis({
    url: env().UPSTASH_REDIS_REST_URL,
    token: env().UPSTASH_REDIS_REST_TOKEN,
    retry: false,
    automaticDeserialization: true,
    enableTelemetry: false,
  });
  return holder.dotkitRedis;
}
