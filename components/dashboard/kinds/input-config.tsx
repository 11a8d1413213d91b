import { inputConfig } from '@/lib/manifest/kinds/input-config';
import { ChoiceControl, FlagControl, LinesControl, TextControl } from '../manifest/controls';

export function InputConfigFields() {
  return (
    <>
      <ChoiceControl name="inputConfig.engine" label="Engine" required values={inputConfig.shape.engine.options} />
      <LinesControl name="inputConfig.layers" label="Layers" hint="One a line." />
      <TextControl name="inputConfig.layout" label="Layout" hint="Such as Colemak-DH." />
      <LinesControl name="inputConfig.devices" label="Devices" hint="One a line." />
      <FlagControl name="inputConfig.needsRoot" label="Needs root" />
    </>
  );
}
