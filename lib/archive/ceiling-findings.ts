import { type LineOf, MANIFEST_PATH, type Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';
import type { FileDto } from '@/types/module';

import { ceilingOf, isAllowedCode, type KindCeiling } from './ceilings';
import { makeFinding } from './fault';
import { isCodePath } from './scan/file-class';

type Judged = FileDto & { program: string | null };

const EXECUTABLE = 0o111;

function* fileFindings(kind: string, ceiling: KindCeiling, files: readonly Judged[]): Generator<Finding> {
  for (const { path, mode, program } of files) {
    if ((mode & EXECUTABLE) !== 0) {
      yield makeFinding('ceiling-executable', {
        path,
        message: `A ${kind} is data only: remove the executable bit (chmod -x).`,
      });
    }
    if (program !== null) {
      yield makeFinding('ceiling-code', {
        path,
        line: 1,
        message: `A ${kind} is data only, and this file is ${program}.`,
      });
    } else if (isCodePath(path) && !isAllowedCode(ceiling, path)) {
      yield makeFinding('ceiling-code', { path, message: `A ${kind} is data only, and a file of this name is code.` });
    }
  }
}

function* destFindings(manifest: Manifest, ceiling: KindCeiling, lineOf: LineOf): Generator<Finding> {
  for (const [index, { dest }] of manifest.files.entries()) {
    const code = isCodePath(dest) && !isAllowedCode(ceiling, dest);
    if (!code && !dest.startsWith('{bin}/')) continue;
    const message = `files[${index}].dest: A ${manifest.kind} may not write ${dest}, which is run.`;
    yield makeFinding('ceiling-dest', { path: MANIFEST_PATH, line: lineOf(['files', index, 'dest']), message });
  }
}

function* declaredFindings(
  { kind, hooks, capabilities }: Manifest,
  ceiling: KindCeiling,
  lineOf: LineOf,
): Generator<Finding> {
  if (!ceiling.hooks && hooks !== undefined && Object.keys(hooks).length > 0) {
    const message = `hooks: A ${kind} may not run anything when it is installed.`;
    yield makeFinding('ceiling-hooks', { path: MANIFEST_PATH, line: lineOf(['hooks']), message });
  }
  const asks =
    (capabilities?.runs ?? []).length + (capabilities?.network ?? []).length > 0 || capabilities?.root === true;
  if (!ceiling.capabilities && asks) {
    const message = `capabilities: A ${kind} is data only and may not ask for programs, network or root.`;
    yield makeFinding('ceiling-capabilities', { path: MANIFEST_PATH, line: lineOf(['capabilities']), message });
  }
}

/** Everything in a module that is above the ceiling of its kind. */
export function* ceilingFindings(manifest: Manifest, files: readonly Judged[], lineOf: LineOf): Generator<Finding> {
  const ceiling = ceilingOf(manifest);
  yield* declaredFindings(manifest, ceiling, lineOf);
  if (ceiling.level !== 'data') return;
  yield* fileFindings(manifest.kind, ceiling, files);
  yield* destFindings(manifest, ceiling, lineOf);
}
