import { describe, expect, it } from 'vitest';
import { manifestJsonSchema, parseManifest } from '@/lib/manifest/schema';
import { KIND_KEYS, MODULE_KINDS, type ModuleKind } from '@/types/module-kind';

import { manifestBytes, SAMPLES } from '../support/archives/manifests';

const parse = (manifest: unknown) => parseManifest(manifestBytes(manifest));
const codes = (manifest: unknown) => parse(manifest).findings.map(({ code }) => code);

const kindObject = (kind: ModuleKind): Record<string, unknown> => ({
  ...((SAMPLES[kind] as Record<string, unknown>)[KIND_KEYS[kind]] as object),
});

/** For each kind: a value of one of its fields that must be refused. */
const WRONG: Record<ModuleKind, Record<string, unknown>> = {
  'shell-plugin': { loadOrder: 'first' },
  prompt: { ansiSample: '\u001b[2Jcleared' },
  'editor-config': { editor: 'notepad' },
  'multiplexer-config': { versionRange: 'newest' },
  'git-config': { parts: ['submodules'] },
  'color-theme': { appearance: 'sepia' },
  'terminal-config': { opacity: 1.5 },
  'wm-config': { session: 'windows' },
  'package-list': { entries: [{ name: '--config=/etc/x' }] },
  script: { commands: [{ name: 'a b', path: 'x' }] },
  'input-config': { engine: 'autohotkey' },
  bundle: { modules: [{ ref: 'sample', range: '^1' }] },
};

/** The fields that the contract marks as required. */
const REQUIRED: Record<ModuleKind, string[]> = {
  'shell-plugin': ['shells', 'entry'],
  prompt: ['shells', 'engine'],
  'editor-config': ['editor', 'role'],
  'multiplexer-config': ['multiplexer', 'role'],
  'git-config': ['parts'],
  'color-theme': ['appearance', 'variants'],
  'terminal-config': ['terminal'],
  'wm-config': ['wm'],
  'package-list': ['manager', 'entries'],
  script: ['interpreter', 'commands'],
  'input-config': ['engine'],
  bundle: ['modules'],
};

describe.each(MODULE_KINDS)('kind %s', (kind) => {
  const sample = SAMPLES[kind];
  const key = KIND_KEYS[kind];

  it('accepts its sample', () => {
    expect(parse(sample).findings).toEqual([]);
    expect(parse(sample).manifest?.kind).toBe(kind);
  });

  it('needs its own object', () => {
    const { [key]: _, ...rest } = sample as Record<string, unknown>;
    expect(parse(rest).findings).toMatchObject([{ code: 'manifest-invalid', message: `${key}: This is required.` }]);
  });

  it('needs each required field of it, and nothing else', () => {
    const bare = Object.fromEntries(
      Object.entries(kindObject(kind)).filter(([field]) => REQUIRED[kind].includes(field)),
    );
    expect(parse({ ...sample, [key]: bare }).findings).toEqual([]);
    for (const field of REQUIRED[kind]) {
      const { [field]: _, ...rest } = kindObject(kind);
      expect(parse({ ...sample, [key]: rest }).findings[0]?.message).toBe(`${key}.${field}: This is required.`);
    }
  });

  it('refuses an unknown field, and a wrong value', () => {
    expect(codes({ ...sample, [key]: { ...kindObject(kind), nonsense: 1 } })).toEqual(['manifest-unknown-key']);
    expect(codes({ ...sample, [key]: { ...kindObject(kind), ...WRONG[kind] } })).toContain('manifest-invalid');
  });

  it('refuses the object of every other kind', () => {
    for (const other of MODULE_KINDS) {
      if (other === kind) continue;
      expect(codes({ ...sample, [KIND_KEYS[other]]: kindObject(other) })).toEqual(['manifest-unknown-key']);
    }
  });

  it(`${['package-list', 'bundle'].includes(kind) ? 'may' : 'may not'} write no files`, () => {
    expect(parse({ ...sample, files: [] }).manifest === null).toBe(!['package-list', 'bundle'].includes(kind));
  });
});

describe('JSON Schema', () => {
  it('is of 2020-12, closed, and has one branch for each kind', () => {
    const schema = JSON.parse(JSON.stringify(manifestJsonSchema()));
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const kinds = schema.oneOf.map(
      (branch: { properties: { kind: { const: string } } }) => branch.properties.kind.const,
    );
    expect(kinds).toEqual([...MODULE_KINDS]);
    for (const branch of schema.oneOf) {
      expect(branch.additionalProperties).toBe(false);
      expect(branch.required).toEqual(
        expect.arrayContaining(['schemaVersion', 'name', 'version', 'kind', 'title', 'summary', 'license', 'files']),
      );
      expect(branch.properties.files.items.required).toEqual(['dest']);
    }
  });
});
