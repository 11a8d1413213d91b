import { satisfies } from 'semver';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '@/demo/catalogue';
import { packFiles } from '@/demo/pack';
import { PEOPLE } from '@/demo/people';
import { type ArchiveReport, verifyArchive } from '@/lib/archive/verify';
import type { Finding } from '@/types/finding';
import { isModuleKind, MODULE_KINDS } from '@/types/module-kind';

type Packed = { ref: string; version: string; kind: string; manifest: Record<string, unknown>; report: ArchiveReport };

const packed: Packed[] = [];
const printed = ({ code, path, line, message }: Finding) => `${code} ${path ?? ''}:${line ?? ''} ${message}`;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

beforeAll(async () => {
  for (const entry of catalogue()) {
    for (const load of entry.versions) {
      const { manifest, files } = load();
      const archive = await packFiles(files);
      const ref = `@${entry.namespace}/${entry.name}`;
      packed.push({
        ref,
        version: manifest.version,
        kind: manifest.kind,
        manifest,
        report: await verifyArchive(once(archive)),
      });
    }
  }
}, 60_000);

const refs = () => [...new Set(packed.map(({ ref }) => ref))];
const versionsOf = (ref: string) => packed.filter((one) => one.ref === ref).map(({ version }) => version);

describe('the demo catalogue', () => {
  test('passes the verifier without an error, every version of every module', () => {
    const refused = packed.filter(({ report }) => !report.ok);
    expect(refused.map(({ ref, version, report }) => [ref, version, ...report.findings.map(printed)])).toEqual([]);
  });

  test('names each module as its place says', () => {
    expect(packed.filter(({ ref, manifest }) => manifest.name !== ref)).toEqual([]);
  });

  test('has at least forty modules and two of every kind', () => {
    expect(refs().length).toBeGreaterThanOrEqual(40);
    const kinds = new Map<string, Set<string>>(MODULE_KINDS.map((kind) => [kind, new Set()]));
    for (const { kind, ref } of packed) if (isModuleKind(kind)) kinds.get(kind)?.add(ref);
    expect([...kinds].filter(([, modules]) => modules.size < 2)).toEqual([]);
  });

  test('has several versions of at least two packages, in rising order', () => {
    for (const ref of ['@inkfish/pure', '@inkfish/spaceship']) expect(versionsOf(ref).length).toBeGreaterThanOrEqual(3);
    for (const ref of refs()) {
      const versions = versionsOf(ref);
      const rising = versions.toSorted(new Intl.Collator('en', { numeric: true }).compare);
      expect(versions).toEqual(rising);
      expect(new Set(versions).size).toBe(versions.length);
    }
  });

  test('every module has a README with headings and a fence or a table, and a changelog when it has versions', () => {
    for (const { ref, report } of packed) {
      expect(report.readme, ref).toMatch(/^# .+/);
      expect(report.readme, ref).toMatch(/^```|^\|/m);
      if (versionsOf(ref).length > 1) expect(report.changelog, ref).toContain('# Changelog');
    }
  });

  test('every reference and dependency resolves inside the catalogue', () => {
    const wanted = packed.flatMap(({ manifest }) => [
      ...((manifest.bundle as { modules: { ref: string; range: string }[] } | undefined)?.modules ?? []),
      ...Object.entries((manifest.dependencies ?? {}) as Record<string, string>).map(([ref, range]) => ({
        ref,
        range,
      })),
    ]);
    expect(wanted.length).toBeGreaterThan(0);
    const missing = wanted.filter(({ ref, range }) => !versionsOf(ref).some((version) => satisfies(version, range)));
    expect(missing).toEqual([]);
  });

  test('every owner is one of the demo people, and every one of them owns something', () => {
    const owners = new Set(refs().map((ref) => ref.slice(1, ref.indexOf('/'))));
    expect([...owners].toSorted()).toEqual(PEOPLE.map(({ username }) => username).toSorted());
  });

  test('some honest modules carry a label, most carry none', () => {
    const labelled = packed.filter(({ report }) => report.capabilities.labels.length > 0).map(({ ref }) => ref);
    expect(labelled).toEqual(
      expect.arrayContaining(['@linus/port-who', '@margaret/sysup', '@brightside/chezmoi-bootstrap']),
    );
    expect(new Set(labelled).size).toBeLessThan(refs().length / 3);
  });
});
