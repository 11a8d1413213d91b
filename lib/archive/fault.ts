import type { Finding } from '@/types/finding';

import { FINDING_CODES, type FindingCode } from './finding-codes';

const HIDDEN = /\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}/gu;
const MAX_LENGTH = 300;

/** A path as it may be shown: control, bidi and invisible characters escaped, cut to 300 characters, `""` when empty. */
export function showPath(path: string): string {
  if (path === '') return '""';
  const cut = path.length > MAX_LENGTH ? `${path.slice(0, MAX_LENGTH)}…` : path;
  return cut.replace(HIDDEN, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

type Details = {
  path?: string | undefined;
  line?: number | undefined;
  message?: string | undefined;
  severity?: 'error';
};

/** A finding with the table's severity and sentence, unless the details say otherwise. */
export function makeFinding(code: FindingCode, details: Details = {}): Finding {
  const [severity, sentence] = FINDING_CODES[code];
  return {
    severity: details.severity ?? severity,
    code,
    ...(details.path === undefined ? {} : { path: showPath(details.path) }),
    ...(details.line === undefined ? {} : { line: details.line }),
    message: details.message ?? sentence,
  };
}

/** Why an archive cannot be read any further. Thrown by the readers, caught by the verifier alone. */
export class ArchiveFault extends Error {
  constructor(
    readonly code: FindingCode,
    readonly path?: string,
    message?: string,
  ) {
    super(message ?? FINDING_CODES[code][1]);
    this.name = 'ArchiveFault';
  }
}
