import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readFileFromArchive } from '@/lib/archive/read-file';
import type { Finding } from '@/types/finding';

import { chunked, codesOf, judge, packModule } from '../support/archives/judge';
import { manifestBytes, SAMPLES } from '../support/archives/manifests';
import { entry, gz, tarOf } from '../support/archives/tar-bytes';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const manifest = manifestBytes(SAMPLES['terminal-config']);
const CONF = 'font_size 12\n';

const packed = gz(
  tarOf(
    entry({ name: 'pkg/', type: '5', mode: 0o755 }),
    entry({ name: 'pkg/._main.conf', body: 'fork' }),
    entry({ name: 'pkg/main.conf', body: CONF }),
    entry({ name: 'pkg/README.md', body: '# Hello\n' }),
    entry({ name: 'pkg/docs/CHANGELOG.md', body: 'not this one\n' }),
    entry({ name: 'pkg/CHANGELOG.md', body: '## 1.0.0\n' }),
    entry({ name: '.DS_Store', body: 'x' }),
    entry({ name: 'pkg/dotkit.json', body: manifest }),
  ),
);

describe('the report of a good archive', () => {
  it('holds what publishing needs, without the leading directory', async () => {
    const report = await judge(packed);
    expect(report).toMatchObject({
      ok: true,
      sha256: sha256(packed),
      sizeBytes: packed.length,
      dropped: ['._main.conf', '.DS_Store'],
      readme: '# Hello\n',
      changelog: '## 1.0.0\n',
      writes: [{ dest: '{config}/kitty/kitty.conf', mode: 'copy', src: 'main.conf' }],
      capabilities: { runs: [], network: [], root: false, labels: [] },
      findings: [],
    });
    expect(report.manifest?.name).toBe('@ada/sample');
    expect(report.files.map(({ path }) => path)).toEqual([
      'main.conf',
      'README.md',
      'docs/CHANGELOG.md',
      'CHANGELOG.md',
      'dotkit.json',
    ]);
    expect(report.files[0]).toEqual({ path: 'main.conf', size: CONF.length, mode: 0o644, sha256: sha256(CONF) });
  });

  it('is read by the names that the manifest gives', async () => {
    const named = { ...SAMPLES['terminal-config'], readme: 'docs/guide.md', changelog: 'docs/log.txt' };
    const report = await judge(
      packModule(named, { 'main.conf': CONF, 'README.md': 'no', 'docs/guide.md': 'yes', 'docs/log.txt': 'log' }),
    );
    expect([report.ok, report.readme, report.changelog]).toEqual([true, 'yes', 'log']);
    const large = await judge(
      packModule({ ...named, changelog: 'docs/guide.md' }, { 'main.conf': CONF, 'docs/guide.md': 'x'.repeat(300_000) }),
    );
    expect(codesOf(large)).toEqual(['readme-unreadable']);
  });

  it('tells each finding while it goes, and the same ones at the end', async () => {
    const told: Finding[] = [];
    const bad = packModule(SAMPLES['color-theme'], { 'main.conf': 'x', CON: 'x', 'run.sh': 'x', '../up': 'x' });
    const report = await judge(bad, { onFinding: (finding) => told.push(finding) });
    expect(told.map(({ code }) => code).sort()).toEqual(report.findings.map(({ code }) => code).sort());
    expect(codesOf(report)).toEqual(['path-reserved', 'path-parent', 'ceiling-code']);
  });
});

describe('limits are settings', () => {
  const theme = packModule(SAMPLES['terminal-config'], { 'main.conf': CONF, 'a/b/c.conf': 'x'.repeat(5000) });

  it.each([
    ['packedBytes', { packedBytes: 100 }, 'archive-too-large'],
    ['unpackedBytes', { unpackedBytes: 4096 }, 'archive-unpacked-too-large'],
    ['ratio', { ratio: 2, ratioFloorBytes: 1024 }, 'archive-ratio'],
    ['entries', { entries: 2 }, 'archive-too-many-entries'],
    ['pathBytes', { pathBytes: 9 }, 'path-too-long'],
    ['pathDepth', { pathDepth: 2 }, 'path-too-deep'],
  ])('%s', async (_, limits, code) => {
    expect(codesOf(await judge(theme, { limits }))).toContain(code);
    expect((await judge(theme)).ok).toBe(true);
  });

  it('the ratio is stopped while streaming when the size is announced', async () => {
    const zeros = packModule(SAMPLES['terminal-config'], { 'main.conf': 'x'.repeat(30_000_000) });
    const expected = { name: '@ada/sample', version: '1.0.0', sha256: sha256(zeros), sizeBytes: zeros.length };
    const report = await judge(zeros, { expected });
    expect(codesOf(report)).toEqual(['archive-ratio']);
    expect(report.unpackedBytes).toBeLessThan(zeros.length * 100 + 65_536 + 1);
  });
});

describe('reading one file of a published archive', () => {
  it.each([
    ['main.conf', CONF],
    ['README.md', '# Hello\n'],
    ['docs/CHANGELOG.md', 'not this one\n'],
    ['CHANGELOG.md', '## 1.0.0\n'],
    ['dotkit.json', manifest.toString()],
  ])('%s', async (path, text) => {
    expect((await readFileFromArchive(chunked(packed, 64), path, 100_000))?.toString()).toBe(text);
  });

  it('answers null for what is not there, and no more than was asked for', async () => {
    for (const path of ['pkg/main.conf', 'nope', '', '../x', 'docs'])
      expect(await readFileFromArchive(chunked(packed), path, 100)).toBeNull();
    expect((await readFileFromArchive(chunked(packed), 'main.conf', 4))?.toString()).toBe('font');
  });

  it('does not take a deeper file for one at the root', async () => {
    const flat = packModule(SAMPLES['terminal-config'], { 'x/README.md': 'deep', 'main.conf': CONF });
    expect(await readFileFromArchive(chunked(flat), 'README.md', 100)).toBeNull();
    expect((await readFileFromArchive(chunked(flat), 'x/README.md', 100))?.toString()).toBe('deep');
  });
});
