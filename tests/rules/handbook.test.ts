import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCS_PAGES } from '@/components/docs/pages';
import { FINDING_CODES } from '@/lib/archive/finding-codes';
import { manifestReference } from '@/lib/handbook/manifest-fields';
import { readPageSource } from '@/lib/handbook/page-source';
import { GENERATED_SECTIONS } from '@/lib/handbook/reference-sections';
import { handbookSearch } from '@/lib/handbook/search';
import { FIELD_DESCRIPTIONS } from '@/lib/manifest/field-descriptions';
import { KIND_FIELD_DESCRIPTIONS } from '@/lib/manifest/kind-field-descriptions';
import { parseManifest } from '@/lib/manifest/schema';
import { KIND_KEYS, MODULE_KINDS } from '@/types/module-kind';
import { handbookBlocks, handbookPages, handbookText, isPromised } from '../support/handbook-steps';

const read = (page: string) => readPageSource(handbookText(page), GENERATED_SECTIONS);
const slugOf = (page: string) => page.replace(/\.mdx$/, '').replace(/^index$/, '');
const blocks = handbookPages().flatMap(handbookBlocks);

describe('blocks of code in the handbook', () => {
  it('are all run, or say why not', () => {
    const notRun = blocks.filter(({ purpose }) => purpose === 'norun' || purpose === 'shown');
    expect(
      notRun.map(({ where, marks }) => `${where.replace(/:\d+$/, '')}: ${marks.get('norun') ?? marks.get('shown')}`),
    ).toEqual([
      'content/docs/ci.mdx: GitHub runs it',
      'content/docs/ci.mdx: GitLab runs it',
      'content/docs/publishing.mdx: waits until a person has confirmed a code in the browser',
      'content/docs/self-hosting.mdx: the site that this handbook is tested on was started by it',
      'content/docs/self-hosting.mdx: runs in the repository, and only with the embedded sign-in',
      'content/docs/self-hosting.mdx: needs hosted engines',
      'content/docs/self-hosting.mdx: runs for ever, beside a production site',
      'content/docs/self-hosting.mdx: needs the secret of the site',
    ]);
  });

  it('hold only manifests that the verifier takes', () => {
    const manifests = blocks.filter(
      ({ purpose, marks }) => purpose === 'manifest' || marks.get('file')?.endsWith('dotkit.json'),
    );
    expect(manifests.length).toBeGreaterThan(MODULE_KINDS.length);
    for (const { code, where } of manifests) expect(parseManifest(Buffer.from(code)).findings, where).toEqual([]);
  });

  it('are refused when they say nothing, or something unknown, or do not end', () => {
    expect(() => readPageSource('```sh walk\nls\n```')).toThrow('Line 1: “walk” is not understood');
    expect(() => readPageSource('a\n\n```sh run\nls')).toThrow('Line 3: a block of code is not closed');
  });

  it('promise output in which an ellipsis stands for anything', () => {
    expect(isPromised('one\ntwo\nthree\n', 'one\n…\nthree')).toBe(true);
    expect(isPromised('one (two)\n', 'one (two)')).toBe(true);
    expect(isPromised('one\ntwo', 'one')).toBe(false);
  });
});

describe('pages of the handbook', () => {
  it('are listed, each with a file of its own', () => {
    const listed: string[] = DOCS_PAGES.map(({ slug }) => slug);
    for (const page of handbookPages()) expect(listed).toContain(slugOf(page));
  });

  it('have headings whose addresses differ', () => {
    for (const page of handbookPages()) {
      const ids = read(page).sections.map(({ id }) => id);
      expect(new Set(ids).size, page).toBe(ids.length);
      expect(
        ids.filter((id) => id === ''),
        page,
      ).toHaveLength(1);
    }
  });

  it('link to pages and sections that are there', () => {
    const sections = new Map(
      handbookPages().map((page) => [slugOf(page), new Set(read(page).sections.map(({ id }) => id))]),
    );
    const listed: string[] = [...DOCS_PAGES.map(({ slug }) => slug), 'api'];
    for (const page of handbookPages()) {
      for (const [, slug = '', id = ''] of handbookText(page).matchAll(/\]\(\/docs\/?([\w/-]*)(?:#([\w-]+))?\)/g)) {
        expect(listed, page).toContain(slug);
        if (id) expect(sections.get(slug), `${page} → ${slug}#${id}`).toContain(id);
      }
    }
  });

  it('name only modules of the demo catalogue', () => {
    const people = readdirSync('demo/modules');
    for (const page of handbookPages()) {
      for (const [ref, namespace = ''] of handbookText(page).matchAll(/@([a-z0-9-]+)\/[a-z0-9._-]+/g)) {
        if (namespace !== 'you') expect(people, `${page}: ${ref}`).toContain(namespace);
      }
    }
  });

  it('have a section for each kind, with a manifest of that kind', () => {
    const source = read('kinds.mdx');
    expect(source.sections.flatMap(({ id }) => (id ? [id] : []))).toEqual([...MODULE_KINDS]);
    expect(source.fences.map(({ code }) => JSON.parse(code).kind)).toEqual([...MODULE_KINDS]);
  });

  it('explain every variable that a host can set', () => {
    const page = handbookText('self-hosting.mdx');
    const names = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('the manifest reference', () => {
  const { common, kinds } = manifestReference();
  const all = [...common, ...Object.values(kinds).flat()];

  it('describes every field of the schema, and no other', () => {
    const described = Object.keys({ ...FIELD_DESCRIPTIONS, ...KIND_FIELD_DESCRIPTIONS });
    expect(described.sort()).toEqual([...all.map(({ path }) => path), ...Object.values(KIND_KEYS)].sort());
    for (const field of all) expect(field.description, field.path).not.toBe('');
  });

  it('knows types, limits, defaults and what is required', () => {
    const at = (path: string) => all.find((field) => field.path === path);
    expect(at('summary')).toMatchObject({ type: 'string', isRequired: true, limits: ['at most 160 characters'] });
    expect(at('files[].mode')).toMatchObject({ default: 'copy', isRequired: false });
    expect(at('files[].mode')?.values).toContain('source-line');
    expect(at('colorTheme.variants[].palette.ansi')?.limits).toContain('exactly 16 entries');
    expect(at('variables[].default')?.type).toBe('string or boolean or number');
    expect(at('variables[].choices')?.isRequired).toBe(false);
    expect(at('files')).toMatchObject({ type: 'list of objects', isRequired: true });
  });
});

describe('the search of the handbook', () => {
  const search = handbookSearch(
    handbookPages().flatMap((page) =>
      read(page).sections.map(({ id, title, text }) => ({
        id: `${slugOf(page)}#${id}`,
        page: DOCS_PAGES.find(({ slug }) => slug === slugOf(page))?.title ?? '',
        heading: title,
        text,
      })),
    ),
  );
  const first = (q: string) => search(q)[0]?.address;

  it.each([
    ['github actions', 'ci#github-actions'],
    ['undo', 'installing#the-way-back'],
    ['rollback', 'cli#dotkit-rollback'],
    ['conflict', 'installing#conflicts'],
    ['bundle fields', 'manifest#fields-of-bundle'],
    ['nginx proxy', 'self-hosting#the-proxy'],
    ['webhoks', 'webhooks#'],
    ['gzip-trailing-data', 'archives#all-findings'],
  ])('answers “%s” with %s', (q, address) => {
    expect(
      search(q)
        .slice(0, 3)
        .map((hit) => hit.address),
    ).toContain(address);
  });

  it('answers with something short, and with nothing to nothing', () => {
    expect(search('')).toEqual([]);
    expect(search('$(){}[]*')).toEqual([]);
    expect(search('zyxwvutsrq')).toEqual([]);
    for (const { excerpt } of search('archive')) expect(excerpt.length).toBeLessThan(220);
    expect(first('publish from ci')).toMatch(/^ci#/);
  });

  it('finds every code of the verifier', () => {
    for (const code of Object.keys(FINDING_CODES))
      expect(
        search(code).map((hit) => hit.address),
        code,
      ).toContain('archives#all-findings');
  });
});
