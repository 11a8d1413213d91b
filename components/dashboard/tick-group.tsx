import type { ComponentProps } from 'react';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';

type Tick = { value: string; label: string; hint?: string };

type TickGroupProps = {
  legend: string;
  hint?: string;
  error?: string | undefined;
  ticks: readonly Tick[];
  /** What each box spreads, by its value. */
  tick: (value: string) => ComponentProps<'input'>;
};

/** Columns that do not follow the text: a box must not move under the pointer when the typefaces come. */
const WIDE = 'grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))]';
const NARROW = 'grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))]';

/** Several tick boxes of one name, with one legend and one refusal. */
export function TickGroup({ legend, hint, error, ticks, tick }: TickGroupProps) {
  const id = useId();
  const described = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={described}>
      <legend className="text-sm font-semibold">{legend}</legend>
      {hint && (
        <p id={`${id}h`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <div className={`mt-1 grid gap-x-6 ${ticks.some(({ hint }) => hint) ? WIDE : NARROW}`}>
        {ticks.map(({ value, label, hint: about }) => {
          const { type: _, ...box } = tick(value);
          return <Checkbox key={value} {...box} label={label} hint={about} aria-invalid={error ? true : undefined} />;
        })}
      </div>
      {error && (
        <p id={`${id}e`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
