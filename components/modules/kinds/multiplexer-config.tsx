import { multiplexerConfig } from '@/lib/manifest/kinds/multiplexer-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Keys, yesNo } from './parts';

export const multiplexerConfigPanel = definePanel(multiplexerConfig, (fields) => (
  <>
    <Facts
      of={{
        For: `${fields.multiplexer} ${fields.versionRange ?? ''}`.trim(),
        Role: fields.role,
        Prefix: fields.prefix && <kbd className="key">{fields.prefix}</kbd>,
        Mouse: yesNo(fields.mouse),
        'Status line': fields.statusPosition,
      }}
    />
    <Keys rows={fields.keybindings} />
    <Chips title="Plugins" values={fields.plugins} />
  </>
));
