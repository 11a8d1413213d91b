type Rule = { matches: RegExp; foldersOnly: boolean; negated: boolean };

const SPECIAL = /[.+^${}()|\\/]/g;

/** A bracket expression of a pattern as one of RegExp, and how long it is; null when it has no end. */
function bracket(pattern: string, at: number): { source: string; length: number } | null {
  const end = pattern.indexOf(']', at + 2);
  if (end === -1) return null;
  const inner = pattern
    .slice(at + 1, end)
    .replaceAll('\\', '\\\\')
    .replaceAll('[', '\\[');
  return { source: `(?!/)[${inner.replace(/^[!^]/, '^')}]`, length: end - at + 1 };
}

/** One segment or several of a gitignore pattern as RegExp source. */
function translate(pattern: string): string {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? '';
    const set = char === '[' ? bracket(pattern, at) : null;
    const begins = at === 0 || pattern[at - 1] === '/';
    if (begins && pattern.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (begins && pattern.slice(at) === '**') {
      source += '.+';
      at += 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (set !== null) {
      source += set.source;
      at += set.length - 1;
    } else if (char === '\\' && at + 1 < pattern.length) {
      at += 1;
      source += (pattern[at] ?? '').replace(/[^A-Za-z0-9]/, '\\$&');
    } else source += char === '[' ? '\\[' : char.replace(SPECIAL, '\\$&');
  }
  return source;
}

function ruleOf(line: string): Rule | null {
  // Blanks at the end count only when they are escaped.
  let pattern = line.replace(/\r$/, '').replace(/(?<!\\)(?:\\\\)*[ \t]+$/, (end) => end.trimEnd());
  if (pattern === '' || pattern.startsWith('#')) return null;
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return null;
  const anchored = pattern.includes('/');
  const source = translate(pattern.replace(/^\//, ''));
  return { matches: new RegExp(`^${anchored ? '' : '(?:.*/)?'}${source}$`, 's'), foldersOnly, negated };
}

/** Whether rules leave out a path, which is relative and without a slash at its end. What lies in a folder that is left out is not asked for. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean;

/** Reads rules as `.gitignore` has them: the last that matches decides. No package of the project reads them, and Node's own matcher is not in Node 20. */
export function ignoreRules(text: string): IgnoreRules {
  const rules = text.split('\n').flatMap((line) => ruleOf(line) ?? []);
  return (path, isFolder) => {
    const decisive = rules.findLast((rule) => (isFolder || !rule.foldersOnly) && rule.matches.test(path));
    return decisive !== undefined && !decisive.negated;
  };
}
