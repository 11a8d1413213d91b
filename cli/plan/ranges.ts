import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';

import { isStrictVersion } from '@/lib/manifest/versions';

const MAX_KEPT = 20_000;
/** A hyphen after the numbers; one in build metadata follows a plus. */
const PRERELEASE = /^[^+]*-/;

/** Parsed once each: one resolution asks for the same few thousands of times. */
function kept<T>(parse: (text: string) => T | null): (text: string) => T | null {
  const known = new Map<string, T | null>();
  return (text) => {
    let value = known.get(text);
    if (value !== undefined) return value;
    value = parse(text);
    if (known.size > MAX_KEPT) known.clear();
    known.set(text, value);
    return value;
  };
}

const orNull =
  <T>(make: (text: string) => T) =>
  (text: string): T | null => {
    try {
      return make(text);
    } catch {
      return null;
    }
  };

const rangeOf = kept(orNull((text) => new Range(text)));
const versionOf = kept(orNull((text) => new SemVer(text)));

/** Whether a version lies in a range, as npm reads it: prereleases only where the range names one of the same release. */
export function satisfies(version: string, range: string): boolean {
  // Most ranges are one of these two, and reading the first real one costs what a whole short command does.
  if (range === '*') return isStrictVersion(version) && !PRERELEASE.test(version);
  if (range === version) return isStrictVersion(version);
  const parsed = versionOf(version);
  return parsed !== null && (rangeOf(range)?.test(parsed) ?? false);
}

/** Newest first; what is no version comes last. */
export function newestFirst(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return right.compare(left) || right.compareBuild(left);
}

/** The version that a range names when it names exactly one, as `1.2.3` and `=1.2.3` do. */
export function exactVersion(range: string): string | null {
  const version = range.replace(/^=\s*/, '');
  return isStrictVersion(version) ? version : null;
}
