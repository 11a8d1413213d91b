import { editorConfig } from '@/lib/manifest/kinds/editor-config';
import { ChoiceControl, LinesControl, RowsControl, TextControl } from '../manifest/controls';

const { editor, role } = editorConfig.shape;

export function EditorConfigFields() {
  return (
    <>
      <ChoiceControl name="editorConfig.editor" label="Editor" required values={editor.options} />
      <ChoiceControl name="editorConfig.role" label="Role" required values={role.options} />
      <TextControl name="editorConfig.editorVersion" label="Editor version" hint="Such as >=0.10." mono />
      <TextControl name="editorConfig.base" label="Built on" hint="A distribution, such as LazyVim." />
      <TextControl name="editorConfig.pluginManager" label="Plugin manager" mono />
      <RowsControl
        name="editorConfig.plugins"
        label="Plugins"
        hint="Such as folke/lazy.nvim = v11.0.0; the pin may be left out. One a line."
        parts={['source', 'pin']}
      />
      <LinesControl name="editorConfig.lsp" label="Language servers" hint="One a line." />
      <TextControl name="editorConfig.leader" label="Leader key" mono />
      <RowsControl
        name="editorConfig.keymaps"
        label="Key maps"
        hint="Such as n = <leader>ff = find files. One a line."
        parts={['mode', 'keys', 'does']}
      />
      <TextControl
        name="editorConfig.appName"
        label="Folder for a side-by-side install"
        hint="As in NVIM_APPNAME, so that it can be tried beside another config."
        mono
      />
    </>
  );
}
