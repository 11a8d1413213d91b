import { editorConfig } from '@/lib/manifest/kinds/editor-config';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Chips, Keys } from './parts';

const leaderName = (leader: string | undefined) => (leader === ' ' ? 'Space' : leader);

export const editorConfigPanel = definePanel(editorConfig, (editor) => (
  <>
    <Facts
      of={{
        Editor: `${editor.editor} ${editor.editorVersion ?? ''}`.trim(),
        Role: editor.role,
        'Built on': editor.base,
        'Plugin manager': editor.pluginManager,
        Leader: editor.leader && <kbd className="key">{leaderName(editor.leader)}</kbd>,
        'Side by side as': editor.appName && <code>NVIM_APPNAME={editor.appName}</code>,
      }}
    />
    <Keys title="Key maps" rows={editor.keymaps} />
    <Chips title="Plugins" values={editor.plugins?.map(({ source, pin }) => (pin ? `${source} ${pin}` : source))} />
    <Chips title="Language servers" values={editor.lsp} />
  </>
));
