import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { COLOR_PARTS, CONTRASTS } from '@/lib/colors/schema';
import { routes } from '@/lib/routes';
import type { ReadColors } from './read-colors';

const FIRST_COLOR = '#bd93f9';
const PART_LABELS = { any: 'Any colour', background: 'Background', foreground: 'Text', accent: 'Accent' } as const;

type Choice = { label: string; name: string; value: string; options: [value: string, label: string][] };

function Choice({ label, name, value, options }: Choice) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" name={name} defaultValue={value}>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One colour, picked or pasted, and what it is looked for in. A plain form: it works without scripts. */
export function ColorForm({ shown }: { shown?: ReadColors['shown'] }) {
  const color = shown?.color.startsWith('#') ? shown.color : FIRST_COLOR;
  return (
    <form action={routes.colors()} className="picker" aria-label="Colour search">
      <input type="hidden" name="was" value={color} />
      <Field label="Pick">
        {({ id }) => <input id={id} className="input" type="color" name="color" defaultValue={color} />}
      </Field>
      <Field label="Or paste a hex colour">
        {({ id }) => (
          <input
            id={id}
            className="input font-mono"
            name="hex"
            defaultValue={shown?.color ?? color}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
          />
        )}
      </Field>
      <Choice
        label="Look at"
        name="part"
        value={shown?.part || 'any'}
        options={COLOR_PARTS.map((part) => [part, PART_LABELS[part]])}
      />
      <Choice
        label="Contrast"
        name="contrast"
        value={shown?.contrast ?? ''}
        options={[['', 'Any'], ...CONTRASTS.map((ratio): [string, string] => [String(ratio), `${ratio} to 1 or more`])]}
      />
      <Choice
        label="Appearance"
        name="appearance"
        value={shown?.appearance ?? ''}
        options={[
          ['', 'Any'],
          ['dark', 'Dark'],
          ['light', 'Light'],
        ]}
      />
      <Field label="App" required={false}>
        {({ id }) => (
          <input
            id={id}
            className="input"
            name="app"
            defaultValue={shown?.app}
            maxLength={64}
            placeholder="kitty"
            autoCapitalize="off"
          />
        )}
      </Field>
      <Button type="submit" look="solid">
        Find themes
      </Button>
    </form>
  );
}
