import 'server-only';
import { env } from '@/lib/env';

/** Where a crash drill may kill the process. Only an embedded set-up with `DOTKIT_FAIL_POINT` set ever dies here. */
export function failPoint(name: string): void {
  const { DOTKIT_FAIL_POINT, DOTKIT_EMBEDDED } = env();
  if (DOTKIT_FAIL_POINT === name && DOTKIT_EMBEDDED !== '') process.kill(process.pid, 'SIGKILL');
}
