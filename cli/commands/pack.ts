import { resolve } from 'node:path';

import { formatBytes } from '@/lib/utils/format-bytes';

import { withPacked } from '../author/pack-folder';
import { saveArchive } from '../author/save-archive';
import { packedJson, sayFindings } from '../author/say-packed';
import type { Command } from '../context';
import { EXIT } from '../errors';
import { countFindings } from '../ui/findings';
import { paint, t } from '../ui/text';

/** `@ada/prompt` 1.2.0 becomes `ada-prompt-1.2.0.tgz`. */
const fileNameOf = (name: string, version: string): string => `${name.slice(1).replace('/', '-')}-${version}.tgz`;

/** `pack [folder] [--out file]`: a reproducible archive, checked by the registry's own verifier. Ends with 1 and every finding when it would be refused. */
export const pack: Command = async ({ out, options }, [folder = '.'], { out: wanted }) =>
  withPacked(resolve(folder), async (packed) => {
    const { report, findings, ok, archive } = packed;
    sayFindings(out, packed);
    if (!ok || report.manifest === null) {
      out.line(t`${paint.red('Not packed:')} ${countFindings(findings)}.`);
      return { exitCode: EXIT.failure, json: packedJson(packed, null) };
    }
    const { name, version } = report.manifest;
    const path = resolve(typeof wanted === 'string' ? wanted : fileNameOf(name, version));
    if (!options.dryRun) saveArchive(archive, path, options.force);
    out.line(t`${paint.bold(`${name} ${version}`)}  ${report.files.length} files, ${formatBytes(report.sizeBytes)}`);
    out.line(t`sha256  ${report.sha256}`);
    out.line(t`${options.dryRun ? 'would write' : 'wrote'}  ${path}`);
    return {
      exitCode: options.dryRun ? EXIT.wouldChange : EXIT.ok,
      json: packedJson(packed, options.dryRun ? null : path),
    };
  });
