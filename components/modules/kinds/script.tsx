import { script } from '@/lib/manifest/kinds/script';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Part, yesNo } from './parts';

export const scriptPanel = definePanel(script, (fields) => (
  <>
    <Facts of={{ Interpreter: <code>{fields.interpreter}</code>, 'Needs root': yesNo(fields.needsRoot) }} />
    <Part title="Commands">
      <div className="uses">
        {fields.commands.map(({ name, usage, summary, path }) => (
          <div key={name}>
            <h4>
              <code>{name}</code>
              <span>{summary}</span>
            </h4>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <pre className="term shot" tabIndex={0}>
              <i>$</i> {usage ?? name}
            </pre>
            <small>
              from <code>{path}</code>, placed on your path
            </small>
          </div>
        ))}
      </div>
    </Part>
    <Chips title="Needs" values={fields.dependencies} />
    <Chips title="Completions" values={fields.completions} />
  </>
));
