'use client';

import { useFormContext } from 'react-hook-form';
import { KIND_INFO } from '@/components/modules/kind-info';
import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { useProblem } from './problems';

/** One of the twelve kinds. A module keeps the kind of its first version. */
export function KindPicker({ fixed }: { fixed: ModuleKind | null }) {
  const { register } = useFormContext();
  const problem = useProblem('kind');
  return (
    <fieldset aria-describedby={problem ? 'kind-problem' : undefined}>
      <legend className="sr-only">Kind</legend>
      <div className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {(fixed ? [fixed] : MODULE_KINDS).map((kind) => (
          <label
            key={kind}
            className="flex min-h-11 items-start gap-3 border-b border-rule p-2 has-checked:bg-pen-soft"
          >
            <input {...register('kind')} type="radio" value={kind} className="check" />
            <span>
              <span className="font-semibold">{KIND_INFO[kind].label}</span>{' '}
              <code className="text-pen" aria-hidden>
                {KIND_INFO[kind].sigil}
              </code>
              <span className="block text-sm text-ink-2">{KIND_INFO[kind].does}</span>
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <p id="kind-problem" className="mt-1 text-sm font-semibold text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
