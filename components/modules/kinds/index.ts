import type { ModuleKind } from '@/types/module-kind';
import { bundlePanel } from './bundle';
import { colorThemePanel } from './color-theme';
import type { Panel } from './define-panel';
import { editorConfigPanel } from './editor-config';
import { gitConfigPanel } from './git-config';
import { inputConfigPanel } from './input-config';
import { multiplexerConfigPanel } from './multiplexer-config';
import { packageListPanel } from './package-list';
import { promptPanel } from './prompt';
import { scriptPanel } from './script';
import { shellPluginPanel } from './shell-plugin';
import { terminalConfigPanel } from './terminal-config';
import { wmConfigPanel } from './wm-config';

/** What a module page shows of a kind's own fields. A new kind does not compile until it has a panel. */
export const KIND_PANELS = {
  'shell-plugin': shellPluginPanel,
  prompt: promptPanel,
  'editor-config': editorConfigPanel,
  'multiplexer-config': multiplexerConfigPanel,
  'git-config': gitConfigPanel,
  'color-theme': colorThemePanel,
  'terminal-config': terminalConfigPanel,
  'wm-config': wmConfigPanel,
  'package-list': packageListPanel,
  script: scriptPanel,
  'input-config': inputConfigPanel,
  bundle: bundlePanel,
} satisfies Record<ModuleKind, Panel>;
