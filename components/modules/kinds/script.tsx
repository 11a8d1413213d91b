import { script } from '@/lib/manifest/kinds/script';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Pairs, yesNo } from './parts';

export const scriptPanel = definePanel(script, (fields) => (
  <>
    <Facts of={{ Interpreter: <code>{fields.interpreter}</code>, 'Needs root': yesNo(fields.needsRoot) }} />
    <Pairs
      title="Commands"
      head={['Command', 'Does']}
      rows={fields.commands.map(({ name, usage, summary, path }) => [
        name,
        <span key={name}>
          {summary ?? path}
          {usage && <code className="mt-1 block text-ink-2">{usage}</code>}
        </span>,
      ])}
    />
    <Chips title="Needs" values={fields.dependencies} />
    <Chips title="Completions" values={fields.completions} />
  </>
));
