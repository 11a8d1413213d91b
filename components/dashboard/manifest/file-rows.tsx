'use client';

import { useId, useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { FileRow } from './file-row';
import { problemsOf } from './problems';
import { MOST_SUGGESTED } from './suggest-draft';

/** What installing writes: one row for each file, filled in from the archive. */
export function FileRows({ paths }: { paths: readonly string[] }) {
  const { control, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'files' });
  const list = useId();
  const add = useRef<HTMLButtonElement>(null);
  const whole = problemsOf(formState.errors.files).find(({ path }) => path === '' || path === 'root')?.message;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-ink-2">
        A destination begins with <code>{'{home}'}</code>, <code>{'{config}'}</code>, <code>{'{data}'}</code>,{' '}
        <code>{'{state}'}</code>, <code>{'{cache}'}</code> or <code>{'{bin}'}</code>. Remove what is not installed.
      </p>
      {paths.length > MOST_SUGGESTED && (
        <p className="text-ink-2">
          The archive holds {paths.length} files; the first {MOST_SUGGESTED} that look installable are filled in.
        </p>
      )}
      {whole && <p className="font-semibold text-bad">{whole}</p>}
      <datalist id={list}>
        {paths.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <ol className="border-t border-rule">
        {fields.map((field, index) => (
          <FileRow
            key={field.id}
            index={index}
            list={list}
            onRemove={() => {
              remove(index);
              add.current?.focus();
            }}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button ref={add} onClick={() => append({ src: '', dest: '', mode: 'copy' })}>
          Add a file
        </Button>
        <Button onClick={() => append({ line: '', dest: '', mode: 'source-line' })}>Add a line to a file</Button>
      </div>
    </div>
  );
}
