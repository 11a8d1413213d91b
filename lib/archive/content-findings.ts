import { type LineOf, MANIFEST_PATH, type Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { ceilingOf } from './ceilings';
import { makeFinding } from './fault';
import { FINDING_CODES } from './finding-codes';
import { commandCodes } from './scan/commands';
import { isDocument } from './scan/file-class';
import type { ContentFinding } from './scan/file-scan';

function* manifestLines(manifest: Manifest): Generator<{ at: (string | number)[]; text: string }> {
  for (const [index, { line }] of manifest.files.entries())
    if (line !== undefined) yield { at: ['files', index, 'line'], text: line };
  if (manifest.kind === 'shell-plugin') {
    for (const [index, { expansion }] of (manifest.shellPlugin.aliases ?? []).entries()) {
      yield { at: ['shellPlugin', 'aliases', index, 'expansion'], text: expansion };
    }
  } else if (manifest.kind === 'git-config') {
    for (const [index, { command }] of (manifest.gitConfig.aliases ?? []).entries()) {
      yield { at: ['gitConfig', 'aliases', index, 'command'], text: command };
    }
  } else if (manifest.kind === 'wm-config') {
    for (const [index, text] of (manifest.wmConfig.autostart ?? []).entries())
      yield { at: ['wmConfig', 'autostart', index], text };
  }
}

/** What the lines that the manifest itself writes or declares would run. */
export function* declaredLineFindings(manifest: Manifest, lineOf: LineOf): Generator<Finding> {
  const isData = ceilingOf(manifest).level === 'data';
  for (const { at, text } of manifestLines(manifest)) {
    for (const code of commandCodes(text)) {
      yield makeFinding(code, { path: MANIFEST_PATH, line: lineOf(at), ...(isData ? { severity: 'error' } : {}) });
    }
  }
}

/** Codes that say that a text shows something else than it is; a document that is only read may mislead too, but not run. */
const TEXT_CODES: readonly string[] = ['invisible-unicode', 'binary-text'];

/**
 * Turns what the scan saw into findings, now that the manifest says what kind of module this is. Prose that is not installed
 * may speak of `sudo` and `curl | sh`; above a data-only ceiling the same words in a file are errors.
 */
export function* contentFindings(seen: readonly ContentFinding[], manifest: Manifest | null): Generator<Finding> {
  const ceiling = manifest === null ? null : ceilingOf(manifest);
  const installed = new Set(manifest?.files.map(({ src }) => src));
  for (const { code, path, line, detail } of seen) {
    const prose = isDocument(path) && !installed.has(path);
    const isText = TEXT_CODES.includes(code);
    if (code === 'config-command' && ceiling?.level !== 'data') continue;
    if (code === 'shell-alias' && (manifest?.kind !== 'git-config' || ceiling?.level !== 'data')) continue;
    if (code !== 'secret' && prose && !isText) continue;
    const above = ceiling?.level === 'data' && !prose && (code !== 'config-command' || ceiling.refusesSettings);
    const message =
      detail === undefined
        ? FINDING_CODES[code][1]
        : `This looks like ${detail}. ${FINDING_CODES[code][1].replace(/^.*?\. /, '')}`;
    yield makeFinding(code, { path, line, message, ...(above ? { severity: 'error' } : {}) });
  }
}
