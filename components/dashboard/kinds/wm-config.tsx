import { wmConfig } from '@/lib/manifest/kinds/wm-config';
import { ChoiceControl, LinesControl, RowsControl } from '../manifest/controls';

const { wm, session } = wmConfig.shape;

export function WmConfigFields() {
  return (
    <>
      <ChoiceControl name="wmConfig.wm" label="Window manager" required values={wm.options} />
      <ChoiceControl name="wmConfig.session" label="Session" values={session.unwrap().options} />
      <RowsControl
        name="wmConfig.components"
        label="Programs that it is made of"
        hint="Such as bar = waybar. One a line."
        parts={['role', 'app']}
      />
      <LinesControl
        name="wmConfig.machineFiles"
        label="Files of this machine alone"
        hint="Such as monitors.conf: written once, never updated. Paths in the archive, one a line."
      />
      <RowsControl
        name="wmConfig.keybindings"
        label="Key bindings"
        hint="Such as Super+Return = open a terminal. One a line."
        parts={['keys', 'does']}
      />
      <LinesControl name="wmConfig.autostart" label="Starts with the session" hint="Commands, one a line." />
    </>
  );
}
