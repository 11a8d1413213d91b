import type { Output } from '../context';
import { progressOn } from './progress';
import type { Terminal } from './terminal';
import { paint, type Text, t } from './text';

/** Text for people on standard output, notes and warnings on standard error. With `--json` standard output is the document's alone. */
export function createOutput({ out, err }: Terminal, json: boolean): Output {
  return {
    line: (text?: Text) => {
      if (!json) out.write(t`${text ?? ''}\n`);
    },
    note: (text) => err.write(t`${text}\n`),
    warn: (text) => err.write(t`${paint.yellow('warning:')} ${text}\n`),
    progress: progressOn(err),
  };
}
