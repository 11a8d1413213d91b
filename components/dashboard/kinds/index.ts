import type { ReactNode } from 'react';
import type { ModuleKind } from '@/types/module-kind';
import { BundleFields } from './bundle';
import { ColorThemeFields } from './color-theme';
import { EditorConfigFields } from './editor-config';
import { GitConfigFields } from './git-config';
import { InputConfigFields } from './input-config';
import { MultiplexerConfigFields } from './multiplexer-config';
import { PackageListFields } from './package-list';
import { PromptFields } from './prompt';
import { ScriptFields } from './script';
import { ShellPluginFields } from './shell-plugin';
import { TerminalConfigFields } from './terminal-config';
import { WmConfigFields } from './wm-config';

/** What the manifest form asks of each kind. A new kind does not compile until it has its fields. */
export const KIND_FIELDS = {
  'shell-plugin': ShellPluginFields,
  prompt: PromptFields,
  'editor-config': EditorConfigFields,
  'multiplexer-config': MultiplexerConfigFields,
  'git-config': GitConfigFields,
  'color-theme': ColorThemeFields,
  'terminal-config': TerminalConfigFields,
  'wm-config': WmConfigFields,
  'package-list': PackageListFields,
  script: ScriptFields,
  'input-config': InputConfigFields,
  bundle: BundleFields,
} satisfies Record<ModuleKind, () => ReactNode>;
