import { inputConfig } from '@/lib/manifest/kinds/input-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, yesNo } from './parts';

export const inputConfigPanel = definePanel(inputConfig, (fields) => (
  <>
    <Facts of={{ Engine: fields.engine, Layout: fields.layout, 'Needs root': yesNo(fields.needsRoot) }} />
    <Chips title="Layers" values={fields.layers} />
    <Chips title="Devices" values={fields.devices} />
  </>
));
