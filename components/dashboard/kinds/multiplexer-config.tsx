import { multiplexerConfig } from '@/lib/manifest/kinds/multiplexer-config';
import { ChoiceControl, FlagControl, LinesControl, RowsControl, TextControl } from '../manifest/controls';

const { multiplexer, role, statusPosition } = multiplexerConfig.shape;

export function MultiplexerConfigFields() {
  return (
    <>
      <ChoiceControl name="multiplexerConfig.multiplexer" label="Multiplexer" required values={multiplexer.options} />
      <ChoiceControl name="multiplexerConfig.role" label="Role" required values={role.options} />
      <TextControl name="multiplexerConfig.versionRange" label="Version" hint="Such as >=3.2." mono />
      <TextControl name="multiplexerConfig.prefix" label="Prefix key" hint="Such as C-a." mono />
      <FlagControl name="multiplexerConfig.mouse" label="Turns the mouse on" />
      <ChoiceControl
        name="multiplexerConfig.statusPosition"
        label="Status line"
        values={statusPosition.unwrap().options}
      />
      <LinesControl name="multiplexerConfig.plugins" label="Plugins" hint="One a line." />
      <RowsControl
        name="multiplexerConfig.keybindings"
        label="Key bindings"
        hint="Such as prefix | = split to the right. One a line."
        parts={['keys', 'does']}
      />
    </>
  );
}
