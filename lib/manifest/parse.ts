import type * as z from 'zod';

import type { Finding } from '@/types/finding';

import { MANIFEST_CODES, type ManifestCode } from './finding-codes';
import { type LocatedJson, parseJson } from './json';
import { JsonFault } from './json-cursor';
import { type Manifest, manifestSchema } from './manifest';

/** The one file at the root of an archive that says what the module is. */
export const MANIFEST_PATH = 'dotkit.json';
const MAX_BYTES = 64 * 1024;
const MAX_FINDINGS = 50;
/** Fatal, and keeps a byte order mark so that it can be refused. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function finding(code: ManifestCode, message: string, line?: number): Finding {
  const severity = MANIFEST_CODES[code][0];
  return { severity, code, path: MANIFEST_PATH, ...(line === undefined ? {} : { line }), message };
}

/** The 1-based line of dotkit.json on which the value at a path stands. */
export type LineOf = LocatedJson['lineOf'];
export type ParsedManifest = { manifest: Manifest | null; findings: Finding[]; lineOf: LineOf };

const refused = (...findings: Finding[]): ParsedManifest => ({ manifest: null, findings, lineOf: () => 1 });
const isManifestCode = (code: unknown): code is ManifestCode =>
  typeof code === 'string' && Object.hasOwn(MANIFEST_CODES, code);

function printPath(path: readonly PropertyKey[]): string {
  let result = '';
  for (const step of path) {
    if (typeof step === 'number') result += `[${step}]`;
    else result += result === '' ? String(step) : `.${String(step)}`;
  }
  return result.length > 120 ? `${result.slice(0, 120)}…` : result;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

function* issueFindings(issue: z.core.$ZodIssue, located: LocatedJson): Generator<Finding> {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const path = [...issue.path, key];
      yield finding('manifest-unknown-key', `${printPath(path)}: This key is unknown here.`, located.lineOf(path));
    }
    return;
  }
  const code = issue.code === 'custom' && isManifestCode(issue.params?.code) ? issue.params.code : 'manifest-invalid';
  const missing = issue.path.length > 0 && valueAt(located.value, issue.path) === undefined;
  const message = missing && issue.code !== 'custom' ? 'This is required.' : issue.message;
  const where = issue.path.length === 0 ? '' : `${printPath(issue.path)}: `;
  yield finding(code, `${where}${message}`, located.lineOf(issue.path));
}

function decode(bytes: Uint8Array): string | Finding {
  if (bytes.length > MAX_BYTES) return finding('manifest-too-large', MANIFEST_CODES['manifest-too-large'][1]);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return finding('manifest-bom', MANIFEST_CODES['manifest-bom'][1], 1);
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    return finding('manifest-encoding', MANIFEST_CODES['manifest-encoding'][1]);
  }
}

/**
 * Reads the bytes of a `dotkit.json`. Never throws: either the manifest and no findings, or null and every reason (at most
 * 50), each with its JSON path in the message and the line of the file.
 */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  const text = decode(bytes);
  if (typeof text !== 'string') return refused(text);
  let located: LocatedJson;
  try {
    located = parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return refused(finding(error.code, error.message, error.line));
    throw error;
  }
  const parsed = manifestSchema.safeParse(located.value);
  if (parsed.success) return { manifest: parsed.data, findings: [], lineOf: located.lineOf };
  const findings: Finding[] = [];
  for (const issue of parsed.error.issues) {
    findings.push(...issueFindings(issue, located));
    if (findings.length >= MAX_FINDINGS) break;
  }
  return refused(...findings.slice(0, MAX_FINDINGS));
}
