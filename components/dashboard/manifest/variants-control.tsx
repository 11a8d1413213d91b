'use client';

import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { LinesControl, TextControl } from './controls';
import { useProblem } from './problems';

const NAME = 'colorTheme.variants';
const EMPTY = { name: '', palette: { background: '', foreground: '', ansi: [] } };
const COLOR = /^#[0-9a-f]{6}$/i;

function Swatches({ name }: { name: string }) {
  const ansi: unknown = useWatch({ name: `${name}.palette.ansi` });
  const colors = Array.isArray(ansi) ? ansi.filter((color) => typeof color === 'string' && COLOR.test(color)) : [];
  if (colors.length === 0) return null;
  return (
    <div aria-hidden className="grid h-8 grid-cols-16 border border-rule">
      {colors.slice(0, 16).map((color, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a terminal colour is known by
        <span key={index} style={{ background: color }} />
      ))}
    </div>
  );
}

function Variant({ index, remove }: { index: number; remove: (() => void) | null }) {
  const name = `${NAME}.${index}`;
  return (
    <fieldset className="grid grid-cols-1 gap-4 border-l-2 border-rule pl-4">
      <legend className="sr-only">Variant {index + 1}</legend>
      <TextControl name={`${name}.name`} label="Name of the variant" required />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextControl name={`${name}.palette.background`} label="Background" required mono placeholder="#101513" />
        <TextControl name={`${name}.palette.foreground`} label="Foreground" required mono placeholder="#e3ebe6" />
        <TextControl name={`${name}.palette.cursor`} label="Cursor" mono />
        <TextControl name={`${name}.palette.selection`} label="Selection" mono />
        <TextControl name={`${name}.palette.accent`} label="Accent" mono />
      </div>
      <LinesControl
        name={`${name}.palette.ansi`}
        label="The sixteen terminal colours"
        hint="Black to bright white, written #rrggbb, one a line."
        required
      />
      <Swatches name={name} />
      {remove && (
        <div>
          <Button size="sm" onClick={remove}>
            Remove variant {index + 1}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** The palettes of a colour theme, at least one. */
export function VariantsControl() {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: NAME });
  const problem = useProblem(NAME);
  return (
    <div className="grid grid-cols-1 gap-5">
      {fields.map((field, index) => (
        <Variant key={field.id} index={index} remove={fields.length > 1 ? () => remove(index) : null} />
      ))}
      {fields.length === 0 && problem && <p className="text-sm font-semibold text-bad">{problem}</p>}
      <div>
        <Button onClick={() => append(EMPTY)}>{fields.length === 0 ? 'Add a palette' : 'Add another variant'}</Button>
      </div>
    </div>
  );
}
