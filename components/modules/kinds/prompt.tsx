import { prompt } from '@/lib/manifest/kinds/prompt';
import { Ansi } from '../ansi';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Part, yesNo } from './parts';

export const promptPanel = definePanel(prompt, (fields) => (
  <>
    {fields.ansiSample && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      <div className="term shot ansi" aria-label="Sample of the prompt" role="img" tabIndex={0}>
        <Ansi source={fields.ansiSample} />
      </div>
    )}
    <Facts
      of={{
        Shells: fields.shells.join(', '),
        Engine: fields.engine,
        'Nerd Font': fields.nerdFont,
        Transient: yesNo(fields.transient),
        'Right prompt': yesNo(fields.rightPrompt),
      }}
    />
    <Part title="Segments" empty={!fields.segments?.length}>
      <ol className="segments">
        {fields.segments?.map((segment) => (
          <li key={segment}>{segment}</li>
        ))}
      </ol>
    </Part>
  </>
));
