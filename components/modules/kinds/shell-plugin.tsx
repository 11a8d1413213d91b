import { shellPlugin } from '@/lib/manifest/kinds/shell-plugin';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Keys, Pairs } from './parts';

export const shellPluginPanel = definePanel(shellPlugin, (plugin) => (
  <>
    <Facts
      of={{
        Shells: plugin.shells.map((shell) => `${shell} ${plugin.shellVersions?.[shell] ?? ''}`.trim()).join(', '),
        Loads: plugin.loadOrder,
        Entry: <code>{plugin.entry.join(', ')}</code>,
      }}
    />
    <Pairs
      title="Aliases"
      head={['Alias', 'Stands for']}
      rows={plugin.aliases?.map(({ name, expansion }) => [name, <code key={name}>{expansion}</code>])}
    />
    <Keys rows={plugin.keybindings} />
    <Chips title="Functions" values={plugin.functions} />
    <Chips title="Environment variables" values={plugin.env} />
    <Chips title="Shell hooks" values={plugin.hooks} />
    <Chips title="Completions" values={plugin.completions} />
  </>
));
