'use client';

import { X } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { WRITE_VERBS } from '@/components/modules/write-verb';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { WRITE_MODES } from '@/types/module';
import { useProblem } from './problems';

const MODES = WRITE_MODES.map((mode) => ({ value: mode, label: `${mode} (${WRITE_VERBS[mode].verb})` }));

/** One entry of `files[]`. `list` is the id of the datalist that knows the paths of the archive. */
export function FileRow({ index, list, onRemove }: { index: number; list: string; onRemove: () => void }) {
  const { register } = useFormContext();
  const name = `files.${index}`;
  const own = useWatch({ name: `${name}.mode` }) === 'source-line' ? 'line' : 'src';
  const nth = index + 1;
  return (
    <li className="grid grid-cols-1 gap-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_11.5rem_minmax(0,1.2fr)_auto]">
      <TextField
        key={own}
        {...register(`${name}.${own}`, { shouldUnregister: true })}
        label={own === 'line' ? `Line of entry ${nth}` : `File of entry ${nth}`}
        placeholder={own === 'line' ? 'source ~/.config/…' : 'path in the archive'}
        bareLabel
        error={useProblem(`${name}.${own}`)}
        list={own === 'src' ? list : undefined}
        autoComplete="off"
        spellCheck={false}
        mono
      />
      <Select
        {...register(`${name}.mode`)}
        label={`How entry ${nth} gets there`}
        bareLabel
        options={MODES}
        error={useProblem(`${name}.mode`)}
      />
      <TextField
        {...register(`${name}.dest`)}
        label={`Destination of entry ${nth}`}
        placeholder="{config}/app/file"
        bareLabel
        error={useProblem(`${name}.dest`)}
        autoComplete="off"
        spellCheck={false}
        mono
      />
      <Button look="quiet" aria-label={`Remove entry ${nth}`} onClick={onRemove}>
        <X size={18} aria-hidden />
        <span className="sm:sr-only">Remove</span>
      </Button>
    </li>
  );
}
