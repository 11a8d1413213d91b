'use client';

import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Ansi } from '@/components/modules/ansi';
import { TextArea } from '@/components/ui/text-field';
import { useProblem } from './problems';

const ESCAPE = String.fromCharCode(0x1b);
const escaped = (value: unknown) => (typeof value === 'string' ? value.replaceAll(ESCAPE, '\\e') : '');
const unescaped = (text: string) => text.replace(/\\(?:e|x1b|033|u001b)/gi, ESCAPE);

/** Terminal output as text, in which Escape is written `\e`, drawn as it will look. */
export function AnsiControl({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { field } = useController({ name });
  const [text, setText] = useState(() => escaped(field.value));
  const problem = useProblem(name);
  return (
    <div className="grid grid-cols-1 gap-2">
      <TextArea
        label={label}
        hint={hint}
        required={false}
        name={field.name}
        ref={field.ref}
        rows={3}
        mono
        spellCheck={false}
        placeholder="\e[34m~/projects\e[0m \e[35m❯\e[0m "
        value={text}
        onBlur={field.onBlur}
        onChange={(event) => {
          setText(event.target.value);
          field.onChange(unescaped(event.target.value));
        }}
        error={problem}
      />
      {text !== '' && !problem && (
        <pre className="term overflow-x-auto p-3" aria-hidden>
          <Ansi source={unescaped(text)} />
        </pre>
      )}
    </div>
  );
}
