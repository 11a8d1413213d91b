'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { checkOwnListForm } from '@/lib/relations/actions';
import type { FormState } from '@/lib/result';
import type { OwnCheckDto } from '@/types/relations';
import { OwnCheckResult } from './own-check-result';

const EXAMPLE = `alias gs='git status'
~/.config/tmux/tmux.conf
bind | split-window -h
@ada/tmux-calm`;

/** Where a person pastes what they have. The browser posts it by itself when there is no JavaScript. */
export function OwnCheckForm({ namespace, name }: { namespace: string; name: string }) {
  const [state, action, pending] = useActionState<FormState<OwnCheckDto>, FormData>(checkOwnListForm, {
    result: null,
    values: {},
  });
  const { result } = state;
  const refusal = result && !result.ok ? result : null;
  const problem = refusal && (refusal.fields.find(({ path }) => path === 'list')?.message ?? refusal.message);
  return (
    <>
      <form action={action} className="grid max-w-2xl gap-3">
        <input type="hidden" name="namespace" value={namespace} />
        <input type="hidden" name="name" value={name} />
        <label className="grid gap-1.5">
          <span className="font-semibold">What you have</span>
          <textarea
            className="input font-mono"
            name="list"
            rows={12}
            required
            spellCheck={false}
            autoCapitalize="off"
            placeholder={EXAMPLE}
            defaultValue={state.values.list ?? ''}
            key={state.values.list ?? ''}
            aria-invalid={problem ? true : undefined}
            aria-describedby="own-list-about"
          />
        </label>
        <p id="own-list-about" className="text-sm text-ink-2">
          It is compared and forgotten: nothing of it is stored. Up to 64 kB.
        </p>
        {problem && (
          <Notice tone="bad" live>
            {problem}
          </Notice>
        )}
        <p>
          <Button type="submit" look="solid" disabled={pending}>
            {pending ? 'Comparing…' : 'Compare with this module'}
          </Button>
        </p>
      </form>
      {result?.ok && <OwnCheckResult check={result.value} />}
    </>
  );
}
