import type { Operation } from './operation';

/** In double quotes, so that the shell fills in variables and nothing else. */
const quoted = (text: string) => `"${text.replace(/["\\`]/g, (mark) => `\\${mark}`)}"`;

/**
 * A line for the shell that calls an operation. It uses `$DOTKIT_URL` and, where somebody must call, `$DOTKIT_TOKEN`.
 */
export function curlOf({ method, path, caller, body, example }: Operation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => example.path?.[name] ?? name);
  const query = new URLSearchParams(example.query).toString();
  const headers = {
    ...(caller === 'somebody' ? { Authorization: 'Bearer $DOTKIT_TOKEN' } : {}),
    ...example.headers,
  };
  const isPost = method === 'POST' && body !== undefined;
  const parts = [
    `curl -sS --fail-with-body${method === 'GET' || isPost ? '' : ` -X ${method}`} ${quoted(`$DOTKIT_URL/api/v1${filled}${query ? `?${query}` : ''}`)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(example.body ? [`--json @- <<JSON\n${example.body}\nJSON`] : []),
  ];
  return parts.join(' \\\n  ');
}
