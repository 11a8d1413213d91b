import { wmConfig } from '@/lib/manifest/kinds/wm-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Keys, Pairs } from './parts';

export const wmConfigPanel = definePanel(wmConfig, (fields) => (
  <>
    <Facts of={{ 'Window manager': fields.wm, Session: fields.session }} />
    <Pairs title="Components" head={['Role', 'App']} rows={fields.components?.map(({ role, app }) => [role, app])} />
    <Keys rows={fields.keybindings} />
    <Chips title="Started with the session" values={fields.autostart} />
    <Chips title="Files of this machine, never overwritten" values={fields.machineFiles} />
  </>
));
