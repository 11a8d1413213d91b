import { terminalConfig } from '@/lib/manifest/kinds/terminal-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Keys } from './parts';

export const terminalConfigPanel = definePanel(terminalConfig, (fields) => (
  <>
    <Facts
      of={{
        Terminal: `${fields.terminal} ${fields.versionRange ?? ''}`.trim(),
        Font: fields.font && `${fields.font.family} ${fields.font.size ?? ''}`.trim(),
        'Nerd Font': fields.font?.nerd && 'yes',
        Opacity: fields.opacity?.toString(),
        'Installed by': fields.importMode,
      }}
    />
    <Keys rows={fields.keybindings} />
  </>
));
