import { statSync } from 'node:fs';
import { resolve } from 'node:path';

import { formatBytes } from '@/lib/utils/format-bytes';

import { isError, type Packed, verifyFile, withPacked } from '../author/pack-folder';
import { publishArchive } from '../author/publish-archive';
import { packedJson, sayFindings } from '../author/say-packed';
import type { Command, Context, Outcome } from '../context';
import { EXIT } from '../errors';
import { countFindings, findingLine } from '../ui/findings';
import { paint, t } from '../ui/text';

/** The folder packed, or the archive as it is; both were verified when `use` is called. */
async function withArchive<T>(source: string, use: (packed: Packed) => Promise<T>): Promise<T> {
  if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true) return withPacked(source, use);
  const report = await verifyFile(source);
  const findings = [...report.findings].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  return use({ archive: source, report, findings, leftOut: report.dropped, ok: report.ok });
}

const refused = (packed: Packed): Outcome => ({
  exitCode: EXIT.failure,
  json: { ...packedJson(packed, null), status: 'not-sent' },
});

async function publishPacked(context: Context, packed: Packed, visibility: string | undefined): Promise<Outcome> {
  const { out, ask, options, registryUrl } = context;
  const { report, archive } = packed;
  sayFindings(out, packed);
  if (!packed.ok || report.manifest === null) {
    out.line(t`${paint.red('Not sent:')} ${countFindings(packed.findings)}.`);
    return refused(packed);
  }
  const { name, version } = report.manifest;
  out.line(t`${paint.bold(`${name} ${version}`)}  ${report.files.length} files, ${formatBytes(report.sizeBytes)}`);
  if (options.dryRun) {
    out.line(t`would publish to ${registryUrl}`);
    return { exitCode: EXIT.wouldChange, json: { ...packedJson(packed, null), status: 'not-sent' } };
  }
  // Where nobody can be asked, calling publish is the consent: it changes nothing of anybody else's.
  if (
    ask.isInteractive &&
    !(await ask.confirm(t`Publish it to ${registryUrl}? A version can be yanked, never replaced.`))
  )
    return refused(packed);
  const known = new Set(packed.findings.map((finding) => JSON.stringify(finding)));
  const verdict = await publishArchive(context, {
    archive,
    report,
    name,
    version,
    visibility,
    onFinding: (finding) => {
      if (!known.has(JSON.stringify(finding))) out.line(findingLine(finding));
    },
  });
  const json = { ...packedJson(packed, null), ...verdict, findings: verdict.findings };
  if (verdict.status === 'rejected') {
    out.line(t`${paint.red('Rejected:')} ${countFindings(verdict.findings)}.`);
    return { exitCode: EXIT.failure, json };
  }
  const [namespace, module] = name.slice(1).split('/');
  const page = `${registryUrl}/@${namespace}/${module}`;
  if (verdict.status === 'present') out.line(t`published before, with these very bytes  ${page}`);
  else out.line(t`${paint.green('published')}  ${page}`);
  return { exitCode: EXIT.ok, json: { ...json, page } };
}

/** `publish [folder|archive]`: pack and verify here, send, and hear the registry's verdict line by line. */
export const publish: Command = async (context, [source = '.'], { visibility }) =>
  withArchive(resolve(source), (packed) =>
    publishPacked(context, packed, typeof visibility === 'string' ? visibility : undefined),
  );
