import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { getActor, requireActor } from '@/lib/accounts/queries';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/infra/address';
import { safeReturnUrl } from '@/lib/infra/identity-cookies';
import { log } from '@/lib/infra/log';
import { countRequest, type LimitName } from '@/lib/infra/rate-limit';
import { parseInput } from '@/lib/parse-input';
import { type FormState, ok, type Result, refusal } from '@/lib/result';
import { routes } from '@/lib/routes';
import type { Actor } from '@/types/actor';

type Options = { limit?: LimitName };

/** Fields of a plain form; a field that occurs more than once becomes a list. React's own fields begin with `$`. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$') || key === 'returnTo') continue;
    const values = form.getAll(key);
    fields[key] = values.length > 1 ? values : values[0];
  }
  return fields;
}

async function assertWithinLimit(actor: Actor, limit: LimitName): Promise<void> {
  const state = await countRequest(limit, actor.userId);
  if (!state.allowed) throw tooMany(state.resetSeconds);
}

const tooMany = (seconds: number) => new DomainError('rate_limited', { seconds }, { retryAfterSeconds: seconds });

async function toResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof DomainError) return refusal(error);
    log.error('action.failed', { error, path: (await headers()).get('referer') ?? '' });
    throw error;
  }
}

/**
 * A mutation behind a form: who → parse → rate limit → run → Result. Takes a plain object or the FormData of a plain
 * form. A refusal is a value; a bug throws.
 */
export function authedAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>, actor: Actor) => Promise<T>,
  options: Options = {},
) {
  return async (input: unknown): Promise<Result<T>> =>
    toResult(async () => {
      const actor = await requireActor();
      const parsed = parseInput(schema, input instanceof FormData ? fieldsOf(input) : input);
      await assertWithinLimit(actor, options.limit ?? 'write');
      return command(parsed, actor);
    });
}

/** As `authedAction`, for what visitors may do too; the command gets nobody as its actor then. */
export function openAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>, actor: Actor | null) => Promise<T>,
) {
  return async (input: unknown): Promise<Result<T>> =>
    toResult(async () => {
      const actor = await getActor();
      const parsed = parseInput(schema, input instanceof FormData ? fieldsOf(input) : input);
      const state = await countRequest('anonymousRead', actor?.userId ?? addressOf(await headers()));
      if (!state.allowed) throw tooMany(state.resetSeconds);
      return command(parsed, actor);
    });
}

/**
 * The same action for `useActionState`: works without JavaScript, keeps what was typed, and moves on to the form's
 * `returnTo` (a path of this site) when it went well.
 */
export function statefulForm<T>(action: (input: unknown) => Promise<Result<T>>) {
  return async (_previous: FormState<T>, form: FormData): Promise<FormState<T>> => {
    const result = await action(form);
    const returnTo = form.get('returnTo');
    if (result.ok && typeof returnTo === 'string') redirect(pathOf(returnTo));
    const values = Object.fromEntries(
      Object.entries(fieldsOf(form)).flatMap(([key, value]) => {
        // A list is kept as lines, so that several ticked boxes survive a refusal too.
        const texts = [value].flat().filter((one) => typeof one === 'string');
        return texts.length > 0 ? [[key, texts.join('\n')]] : [];
      }),
    );
    return { result, values };
  };
}

/** The same action for a button that types nothing: goes back to `returnTo`, with `?error=<code>` after a refusal. */
export function buttonForm(action: (input: unknown) => Promise<Result<unknown>>) {
  return async (form: FormData): Promise<void> => {
    const result = await action(form);
    const back = safeReturnUrl(String(form.get('returnTo') ?? '/'));
    if (!result.ok && result.code === 'unauthenticated') redirect(routes.signIn(back.pathname + back.search));
    if (!result.ok) back.searchParams.set('error', result.code);
    redirect(back.pathname + back.search);
  };
}

const pathOf = (raw: string) => {
  const target = safeReturnUrl(raw);
  return target.pathname + target.search;
};
