import { usernameSchema } from '@/lib/accounts/schema';
import { DomainError, ERRORS, type ErrorCode } from '@/lib/errors';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** Why the last attempt was refused, said of the name that was typed; null for a first visit. */
export function refusalOf(code: string, username: string): string | null {
  if (!isErrorCode(code)) return null;
  if (code === 'invalid_input') return usernameSchema.safeParse(username).error?.issues[0]?.message ?? ERRORS[code][1];
  // Which name it resembles is not repeated in the address.
  if (code === 'name_lookalike') return `The name “${username}” looks too much like one that exists already.`;
  return new DomainError(code, { name: username, username }).message;
}
