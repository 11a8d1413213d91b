'use client';

import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { TickGroup } from '../tick-group';
import { parseLines, parseRecord, parseRows, printLines, printRecord, printRows } from './lines';
import { useProblem } from './problems';

/** Controls of the manifest form. Each is bound to a path of the manifest by its `name`, and shows what is wrong there. */
type ControlProps = { name: string; label: string; hint?: string; required?: boolean };

export function TextControl({ mono, ...props }: ControlProps & { mono?: boolean; placeholder?: string }) {
  const { register } = useFormContext();
  return (
    <TextField
      {...register(props.name)}
      {...props}
      required={props.required ?? false}
      mono={mono ?? false}
      error={useProblem(props.name)}
      autoComplete="off"
      spellCheck={!mono}
    />
  );
}

export function NumberControl(props: ControlProps & { step?: string }) {
  const { register } = useFormContext();
  const read = { setValueAs: (value: unknown) => (value === '' || value === undefined ? undefined : Number(value)) };
  return (
    <TextField
      {...register(props.name, read)}
      {...props}
      required={props.required ?? false}
      inputMode="decimal"
      error={useProblem(props.name)}
    />
  );
}

/** One of a few words. An optional one may stay open. */
export function ChoiceControl({ values, ...props }: ControlProps & { values: readonly string[] }) {
  const { register } = useFormContext();
  const options = values.map((value) => ({ value, label: value }));
  const open = { value: '', label: props.required ? 'Choose…' : 'Not said' };
  return (
    <Select
      {...register(props.name)}
      {...props}
      required={props.required ?? false}
      options={[open, ...options]}
      error={useProblem(props.name)}
    />
  );
}

export function ManyControl({ values, ...props }: ControlProps & { values: readonly string[] }) {
  const { field } = useController({ name: props.name });
  const chosen: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const toggle = (value: string) =>
    field.onChange(values.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <TickGroup
      legend={props.required ? props.label : `${props.label} (optional)`}
      {...(props.hint ? { hint: props.hint } : {})}
      error={useProblem(props.name)}
      ticks={values.map((value) => ({ value, label: value }))}
      tick={(value) => ({
        name: props.name,
        checked: chosen.includes(value),
        onChange: () => toggle(value),
        onBlur: field.onBlur,
        ref: value === values[0] ? field.ref : undefined,
      })}
    />
  );
}

export function FlagControl({ name, label, hint }: ControlProps) {
  const { register } = useFormContext();
  return <Checkbox {...register(name)} label={label} hint={hint} />;
}

type AreaProps = ControlProps & { rows?: number; read: (text: string) => unknown; print: (value: unknown) => string };

/** Text that stands for a list: what was typed stays as it was typed, the list is kept beside it. */
function AreaControl({ read, print, rows = 3, ...props }: AreaProps) {
  const { field } = useController({ name: props.name });
  const [text, setText] = useState(() => print(field.value));
  return (
    <TextArea
      {...props}
      required={props.required ?? false}
      name={field.name}
      ref={field.ref}
      rows={rows}
      mono
      spellCheck={false}
      value={text}
      onBlur={field.onBlur}
      onChange={(event) => {
        setText(event.target.value);
        field.onChange(read(event.target.value));
      }}
      error={useProblem(props.name)}
    />
  );
}

export function LinesControl(props: ControlProps) {
  return <AreaControl {...props} read={parseLines} print={printLines} />;
}

/** Rows of several parts, typed as `first = second`. */
export function RowsControl({ parts, ...props }: ControlProps & { parts: readonly string[] }) {
  return <AreaControl {...props} read={(text) => parseRows(text, parts)} print={(value) => printRows(value, parts)} />;
}

/** Names and what they stand for, typed as `name = value`. */
export function RecordControl(props: ControlProps) {
  return <AreaControl {...props} rows={2} read={parseRecord} print={printRecord} />;
}
