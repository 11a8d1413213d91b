import { inputConfig } from '@/lib/manifest/kinds/input-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Part, yesNo } from './parts';

export const inputConfigPanel = definePanel(inputConfig, (fields) => (
  <>
    <Facts of={{ Engine: fields.engine, Layout: fields.layout, 'Needs root': yesNo(fields.needsRoot) }} />
    <Part title="Layers" empty={!fields.layers?.length}>
      <ol className="layers">
        {fields.layers?.map((layer) => (
          <li key={layer}>{layer}</li>
        ))}
      </ol>
    </Part>
    <Chips title="Devices" values={fields.devices} />
  </>
));
