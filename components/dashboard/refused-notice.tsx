import { Notice } from '@/components/ui/notice';
import { ERRORS, type ErrorCode } from '@/lib/errors';

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);

/** What a button without JavaScript was answered: its form comes back with `?error=<code>`. */
export function RefusedNotice({ code }: { code: unknown }) {
  if (!isErrorCode(code)) return null;
  return (
    <div className="mb-6">
      <Notice tone="bad">{ERRORS[code][1].replace(/ ?“?\{\w+\}”?/g, '')}</Notice>
    </div>
  );
}
