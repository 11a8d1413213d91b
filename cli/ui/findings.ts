import type { Finding } from '@/types/finding';

import { paint, type Text, t } from './text';

/** One finding on one line: `error  path:12  sentence (code)`. */
export function findingLine({ severity, code, path, line, message }: Finding): Text {
  const label = severity === 'error' ? paint.red('error') : paint.yellow('warning');
  const where = path === undefined ? '' : `${path}${line === undefined ? '' : `:${line}`}  `;
  return t`${label}  ${paint.bold(where)}${message} ${paint.dim(`(${code})`)}`;
}

/** `2 errors, 1 warning`; what there is none of is not named. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.flat().join(', ');
}
