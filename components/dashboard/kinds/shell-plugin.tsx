import { shellPlugin } from '@/lib/manifest/kinds/shell-plugin';
import { ChoiceControl, LinesControl, ManyControl, RecordControl, RowsControl } from '../manifest/controls';

const { shells, loadOrder } = shellPlugin.shape;

export function ShellPluginFields() {
  return (
    <>
      <ManyControl name="shellPlugin.shells" label="Shells" required values={shells.element.options} />
      <LinesControl
        name="shellPlugin.entry"
        label="Entry files"
        hint="What the shell sources, as paths in the archive. One a line."
        required
      />
      <ChoiceControl name="shellPlugin.loadOrder" label="Loads" values={loadOrder.unwrap().options} />
      <RecordControl name="shellPlugin.shellVersions" label="Shell versions" hint="Such as zsh = >=5.8. One a line." />
      <RowsControl
        name="shellPlugin.aliases"
        label="Aliases"
        hint="Such as ll = ls -la. One a line."
        parts={['name', 'expansion']}
      />
      <RowsControl
        name="shellPlugin.keybindings"
        label="Key bindings"
        hint="Such as Ctrl-R = search the history. One a line."
        parts={['keys', 'does']}
      />
      <LinesControl name="shellPlugin.functions" label="Functions" hint="One a line." />
      <LinesControl name="shellPlugin.completions" label="Completion files" hint="Paths in the archive. One a line." />
      <LinesControl name="shellPlugin.env" label="Environment variables it sets" hint="One a line." />
      <LinesControl name="shellPlugin.hooks" label="Shell hooks it uses" hint="Such as precmd. One a line." />
    </>
  );
}
