import { type LineOf, MANIFEST_PATH, type Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { makeFinding } from './fault';

/** What the upload announced, against which the archive is held. */
export type Expected = { name: string; version: string; sha256: string; sizeBytes: number };

type Named = { at: (string | number)[]; path: string };

function* requiredPaths(manifest: Manifest): Generator<Named> {
  for (const [index, { src }] of manifest.files.entries())
    if (src !== undefined) yield { at: ['files', index, 'src'], path: src };
  for (const key of ['readme', 'changelog'] as const) {
    const path = manifest[key];
    if (path !== undefined) yield { at: [key], path };
  }
  for (const key of ['afterInstall', 'beforeUninstall'] as const) {
    const path = manifest.hooks?.[key];
    if (path !== undefined) yield { at: ['hooks', key], path };
  }
}

/** Paths that a kind object names. A missing one breaks a picture or a hint, not the installation. */
function* namedPaths(manifest: Manifest): Generator<Named> {
  for (const [index, path] of (manifest.preview?.screenshots ?? []).entries())
    yield { at: ['preview', 'screenshots', index], path };
  if (manifest.kind === 'shell-plugin') {
    for (const [index, path] of manifest.shellPlugin.entry.entries())
      yield { at: ['shellPlugin', 'entry', index], path };
    for (const [index, path] of (manifest.shellPlugin.completions ?? []).entries())
      yield { at: ['shellPlugin', 'completions', index], path };
  } else if (manifest.kind === 'script') {
    for (const [index, { path }] of manifest.script.commands.entries())
      yield { at: ['script', 'commands', index, 'path'], path };
  } else if (manifest.kind === 'color-theme') {
    for (const [index, { file }] of (manifest.colorTheme.targets ?? []).entries())
      yield { at: ['colorTheme', 'targets', index, 'file'], path: file };
  } else if (manifest.kind === 'git-config') {
    for (const [index, { path }] of (manifest.gitConfig.hooks ?? []).entries())
      yield { at: ['gitConfig', 'hooks', index, 'path'], path };
  } else if (manifest.kind === 'wm-config') {
    for (const [index, path] of (manifest.wmConfig.machineFiles ?? []).entries())
      yield { at: ['wmConfig', 'machineFiles', index], path };
  }
}

const label = (at: readonly (string | number)[]): string =>
  at.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

/** Every path that the manifest names and the archive lacks. */
export function* missingFindings(manifest: Manifest, paths: ReadonlySet<string>, lineOf: LineOf): Generator<Finding> {
  for (const [code, named] of [
    ['src-missing', requiredPaths(manifest)],
    ['path-missing', namedPaths(manifest)],
  ] as const) {
    for (const { at, path } of named) {
      if (paths.has(path)) continue;
      const message = `${label(at)}: There is no file “${path}” in the archive.`;
      yield makeFinding(code, { path: MANIFEST_PATH, line: lineOf(at), message });
    }
  }
}

/** Whether the manifest is the one that the upload was opened for. */
export function* identityFindings(manifest: Manifest, expected: Expected, lineOf: LineOf): Generator<Finding> {
  for (const key of ['name', 'version'] as const) {
    if (manifest[key] === expected[key]) continue;
    const message = `${key}: The manifest says ${manifest[key]}, the upload said ${expected[key]}.`;
    yield makeFinding(`${key}-mismatch`, { path: MANIFEST_PATH, line: lineOf([key]), message });
  }
}
