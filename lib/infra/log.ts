import 'server-only';

/** Values under these names never reach a log line, at any depth: links and tokens are credentials. */
const SECRET_NAMES = /authorization|cookie|token|secret|signature|password|url$/i;

/** Credentials inside of texts: parameters of signed links, API tokens, bearers, passwords of addresses. */
const SECRET_TEXTS: [RegExp, string][] = [
  [/(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"']+/gi, '$1[hidden]'],
  [/\bdk_[A-Za-z0-9_-]{8,}/g, 'dk_[hidden]'],
  [/\b(Bearer|Basic) [^\s"',]+/gi, '$1 [hidden]'],
  [/(:\/\/[^\s:/@]+:)[^\s/@]+@/g, '$1[hidden]@'],
];
const DEEPEST = 4;

const cleanText = (text: string): string =>
  SECRET_TEXTS.reduce((cleaned, [pattern, shown]) => cleaned.replace(pattern, shown), text);

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST) return '[deep]';
  if (value instanceof Error) return cleanError(value, depth);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_NAMES.test(key) ? '[hidden]' : clean(item, depth + 1)]),
  );
}

const cleanError = ({ name, message, stack, cause }: Error, depth: number) => ({
  name,
  message: cleanText(message),
  stack: stack?.split('\n').slice(0, 6).map(cleanText),
  ...(cause === undefined ? {} : { cause: clean(cause, depth + 1) }),
});

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
