import 'server-only';

/** Values under these names never reach a log line, at any depth: links and tokens are credentials. */
const SECRET_NAMES = /authorization|cookie|token|secret|signature|password|url$/i;

function clean(value: unknown, depth = 0): unknown {
  if (value instanceof Error)
    return { name: value.name, message: value.message, stack: value.stack?.split('\n').slice(0, 6) };
  if (value === null || typeof value !== 'object' || depth > 4) return value;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_NAMES.test(key) ? '[hidden]' : clean(item, depth + 1)]),
  );
}

function write(level: 'info' | 'warn' | 'error', event: string, fields: Record<string, unknown>) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...(clean(fields) as object) });
  (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
}

/** Structured logs: one JSON object a line; `event` is a dotted name in the past tense. */
export const log = {
  info: (event: string, fields: Record<string, unknown> = {}) => write('info', event, fields),
  warn: (event: string, fields: Record<string, unknown> = {}) => write('warn', event, fields),
  error: (event: string, fields: Record<string, unknown> = {}) => write('error', event, fields),
};
