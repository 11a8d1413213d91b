import { gitConfig } from '@/lib/manifest/kinds/git-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Pairs } from './parts';

export const gitConfigPanel = definePanel(gitConfig, (git) => (
  <>
    <Facts of={{ Parts: git.parts.join(', '), 'Included by': git.includeMethod }} />
    <Pairs
      title="Aliases"
      head={['Alias', 'Runs']}
      rows={git.aliases?.map(({ name, command }) => [`git ${name}`, <code key={name}>{command}</code>])}
    />
    <Pairs
      title="Hooks"
      head={['Hook', 'File']}
      rows={git.hooks?.map(({ name, path }) => [name, <code key={name}>{path}</code>])}
    />
  </>
));
