import parseVersion from 'semver/functions/parse.js';
import validRange from 'semver/ranges/valid.js';
import parseSpdx from 'spdx-expression-parse';

/** A range of an app's own version, which need not be semver: `>=3.3a`, `>=0.9 <0.11 || 1.x`. */
const APP_RANGE =
  /^(?:\*|(?:[<>]=?|=|\^|~)?\d{1,8}(?:\.(?:\d{1,8}|[x*])){0,3}[a-z]?(?:(?: | \|\| )(?:[<>]=?|=|\^|~)?\d{1,8}(?:\.(?:\d{1,8}|[x*])){0,3}[a-z]?){0,7})$/;

/** Whether a text is one exact version of semver 2.0.0: no `v`, no spaces, no missing parts. */
export function isStrictVersion(text: string): boolean {
  if (text.length > 128 || /^\d/.test(text) === false) return false;
  const parsed = parseVersion(text);
  if (parsed === null) return false;
  const build = parsed.build.length > 0 ? `+${parsed.build.join('.')}` : '';
  return `${parsed.version}${build}` === text;
}

/** Whether a text is a semver range as npm reads it, such as `^1.2.0`. */
export function isRange(text: string): boolean {
  return text.length > 0 && text.length <= 128 && text.trim() === text && validRange(text) !== null;
}

export function isAppRange(text: string): boolean {
  return APP_RANGE.test(text) || isRange(text);
}

/** Whether a text is an SPDX expression, such as `MIT` or `(Apache-2.0 OR MIT)`. */
export function isSpdx(text: string): boolean {
  if (text.length === 0 || text.length > 128) return false;
  try {
    parseSpdx(text);
    return true;
  } catch {
    return false;
  }
}
