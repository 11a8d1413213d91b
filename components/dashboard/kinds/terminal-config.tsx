import { terminalConfig } from '@/lib/manifest/kinds/terminal-config';
import { ChoiceControl, FlagControl, NumberControl, RowsControl, TextControl } from '../manifest/controls';

const { terminal, importMode } = terminalConfig.shape;

export function TerminalConfigFields() {
  return (
    <>
      <ChoiceControl name="terminalConfig.terminal" label="Terminal" required values={terminal.options} />
      <TextControl name="terminalConfig.versionRange" label="Version" hint="Such as >=0.13." mono />
      <TextControl name="terminalConfig.font.family" label="Font" />
      <NumberControl name="terminalConfig.font.size" label="Font size" />
      <FlagControl name="terminalConfig.font.nerd" label="The font is a Nerd Font" />
      <NumberControl name="terminalConfig.opacity" label="Opacity" hint="From 0, clear, to 1, solid." />
      <ChoiceControl
        name="terminalConfig.importMode"
        label="How it is taken in"
        hint="Included by the config that is there, or in its place."
        values={importMode.unwrap().options}
      />
      <RowsControl
        name="terminalConfig.keybindings"
        label="Key bindings"
        hint="Such as Ctrl+Shift+T = new tab. One a line."
        parts={['keys', 'does']}
      />
    </>
  );
}
