import { Schema } from 'mongoose';
import { KIND_KEYS, MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { ModuleModel } from '../module';
import { bundleFields } from './bundle';
import { colorThemeFields } from './color-theme';
import { editorConfigFields } from './editor-config';
import { gitConfigFields } from './git-config';
import { inputConfigFields } from './input-config';
import { multiplexerConfigFields } from './multiplexer-config';
import { packageListFields } from './package-list';
import { promptFields } from './prompt';
import { scriptFields } from './script';
import { shellPluginFields } from './shell-plugin';
import { terminalConfigFields } from './terminal-config';
import { wmConfigFields } from './wm-config';

const FIELDS = {
  'shell-plugin': shellPluginFields,
  prompt: promptFields,
  'editor-config': editorConfigFields,
  'multiplexer-config': multiplexerConfigFields,
  'git-config': gitConfigFields,
  'color-theme': colorThemeFields,
  'terminal-config': terminalConfigFields,
  'wm-config': wmConfigFields,
  'package-list': packageListFields,
  script: scriptFields,
  'input-config': inputConfigFields,
  bundle: bundleFields,
} satisfies Record<ModuleKind, Schema>;

for (const kind of MODULE_KINDS) {
  if (ModuleModel.discriminators?.[kind]) continue;
  const schema = new Schema({ [KIND_KEYS[kind]]: { type: FIELDS[kind], default: undefined } }, { strict: 'throw' });
  ModuleModel.discriminator(kind, schema);
}

export { ModuleModel };
