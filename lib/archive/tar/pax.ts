import { ArchiveFault } from '../fault';
import type { FindingCode } from '../finding-codes';

const SPACE = 0x20;
const NEWLINE = 0x0a;
const EQUALS = 0x3d;
/** `BINARY` is what a writer in the C locale says; the path must be UTF-8 all the same, and then every reader agrees. */
const CHARACTER_SETS = new Set(['ISO-IR 10646 2000 UTF-8', 'BINARY']);

const TIME = /^-?\d{1,20}(?:\.\d{0,30})?$/;
const ID = /^\d{1,20}$/;
const ANY = /^/;

/** Keywords that leave path, type and content alone. Everything else is refused, because some reader obeys it. */
const HARMLESS = new Map([
  ['mtime', TIME],
  ['atime', TIME],
  ['ctime', TIME],
  ['LIBARCHIVE.creationtime', TIME],
  ['uid', ID],
  ['gid', ID],
  ['SCHILY.dev', ID],
  ['SCHILY.ino', ID],
  ['SCHILY.nlink', ID],
  ['uname', ANY],
  ['gname', ANY],
  ['comment', ANY],
  ['SCHILY.fflags', ANY],
  ['RHT.security.selinux', ANY],
]);
const HARMLESS_PREFIXES = ['SCHILY.xattr.', 'SCHILY.acl.', 'LIBARCHIVE.xattr.', 'NODETAR.'];

/** The code for a record that is not path, size or character set; null when it changes nothing. */
function recordFault(key: string, value: Buffer): FindingCode | null {
  if (HARMLESS_PREFIXES.some((prefix) => key.startsWith(prefix))) return null;
  const shape = HARMLESS.get(key);
  if (shape === undefined) return 'pax-keyword';
  return shape.test(value.toString('latin1')) ? null : 'pax-record';
}

/** The records of a pax extended header. */
type Records = Map<string, Buffer>;

/** Length in bytes of the record at `from`, and where its text begins; null when it is not well formed. */
function recordAt(body: Buffer, from: number): { text: Buffer; next: number } | null {
  const space = body.indexOf(SPACE, from);
  if (space === -1 || space - from > 7) return null;
  const digits = body.toString('latin1', from, space);
  if (!/^[1-9]\d{0,6}$/.test(digits)) return null;
  const next = from + Number(digits);
  if (next > body.length || next - 1 <= space || body[next - 1] !== NEWLINE) return null;
  return { text: body.subarray(space + 1, next - 1), next };
}

function readRecords(body: Buffer, fault: (code: FindingCode) => ArchiveFault): Records {
  const records: Records = new Map();
  for (let at = 0; at < body.length; ) {
    const record = recordAt(body, at);
    const equals = record?.text.indexOf(EQUALS) ?? -1;
    if (record === null || equals < 1) throw fault('pax-record');
    const key = record.text.toString('utf8', 0, equals);
    if (records.has(key)) throw fault('pax-record');
    records.set(key, record.text.subarray(equals + 1));
    at = record.next;
  }
  return records;
}

/** What an extended header changes about the entry after it. */
export type PaxOverrides = { path: Buffer | null; size: number | null };

/**
 * Reads the body of an `x` header.
 * @throws ArchiveFault pax-record, pax-keyword
 */
export function readPax(body: Buffer, near: string | undefined): PaxOverrides {
  const fault = (code: FindingCode) => new ArchiveFault(code, near);
  const overrides: PaxOverrides = { path: null, size: null };
  for (const [key, value] of readRecords(body, fault)) {
    if (key === 'path') {
      if (value.length === 0 || value.includes(0)) throw fault('pax-record');
      overrides.path = value;
    } else if (key === 'size') {
      const digits = value.toString('latin1');
      if (!/^(?:0|[1-9]\d{0,14})$/.test(digits)) throw fault('pax-record');
      overrides.size = Number(digits);
    } else if (key === 'hdrcharset') {
      if (!CHARACTER_SETS.has(value.toString('latin1'))) throw fault('pax-keyword');
    } else {
      const code = recordFault(key, value);
      if (code !== null) throw fault(code);
    }
  }
  return overrides;
}

/**
 * Reads the body of a `g` header, as `git archive` writes one: nothing but a comment.
 * @throws ArchiveFault pax-record, pax-global
 */
export function checkGlobalPax(body: Buffer): void {
  const fault = (code: FindingCode) => new ArchiveFault(code);
  for (const key of readRecords(body, fault).keys()) if (key !== 'comment') throw fault('pax-global');
}
